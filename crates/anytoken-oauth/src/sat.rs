//! Mexico's tax administration, SAT.

use anytoken_core::dialect::{Authorization, Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `sat-mexico`: `Autentica` of the bulk download of invoices.
///
/// The instants are in the header of the SOAP envelope. The header of a request is `WRAP access_token="…"`, which is
/// not a scheme followed by a token.
///
/// ```xml
/// <Envelope>
///   <Header><Security><Timestamp>
///     <Created>2026-01-01T00:00:00.044Z</Created><Expires>2026-01-01T00:05:00.044Z</Expires>
///   </Timestamp></Security></Header>
///   <Body><AutenticaResponse><AutenticaResult>EXAMPLE.EXAMPLE.EXAMPLE</AutenticaResult></AutenticaResponse></Body>
/// </Envelope>
/// ```
///
/// Source: phpcfdi/sat-ws-descarga-masiva `tests/_files/authenticate`.
pub static SAT_MEXICO: Dialect = Dialect::bare("sat-mexico", "SAT", Evidence::Tested)
    .with_quirks("SOAP; the instants are in its header; no Authorization header")
    .envelope("Body/AutenticaResponse")
    .access_token(paths!["AutenticaResult"])
    .issued_at(&[TimeRule::rfc3339(paths!["/Header/Security/Timestamp/Created"])])
    .expires_at(&[TimeRule::rfc3339(paths!["/Header/Security/Timestamp/Expires"])])
    .authorization(Authorization::None)
    .errors(
        &ErrorShape::RFC6749
            .error_when(paths!["Body/Fault"])
            .code(paths!["Body/Fault/faultcode/#text", "Body/Fault/faultcode"])
            .description(paths!["Body/Fault/faultstring/#text", "Body/Fault/faultstring"]),
    );
