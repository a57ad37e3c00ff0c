//! Octopus Energy.

use anytoken_core::Remedy;
use anytoken_core::dialect::{Authorization, Dialect, ErrorShape, Evidence, TimeRule, paths};

/// `octopus-kraken`: `obtainKrakenToken` of Kraken's GraphQL API.
///
/// `refreshExpiresIn` is an instant. The claims of the token are in `payload`. The token alone is the header. Error
/// responses have status 200, and their code is in `extensions`.
///
/// ```json
/// {"data":{"obtainKrakenToken":{"token":"EXAMPLE.EXAMPLE.EXAMPLE","refreshToken":"EXAMPLE-REFRESH",
///  "refreshExpiresIn":1767830400,"payload":{"exp":1767229200}}}}
/// ```
///
/// Source: BottlecapDave/HomeAssistant-OctopusEnergy issues 1399 and 1731; eelmafia/octopus-minmax issue 172.
pub static OCTOPUS_KRAKEN: Dialect = Dialect::bare("octopus-kraken", "Octopus Energy", Evidence::Tested)
    .with_quirks("GraphQL; refreshExpiresIn is an instant; the token alone is the header")
    .detected_by(&["data/obtainKrakenToken"])
    .envelope("data/obtainKrakenToken")
    .access_token(paths!["token"])
    .refresh_token(paths!["refreshToken"])
    .expires_at(&[TimeRule::epoch(paths!["payload/exp"])])
    .refresh_token_expires_at(&[TimeRule::epoch(paths!["refreshExpiresIn"])])
    .authorization(Authorization::Bare)
    .errors(&ErrorShape::RFC6749.remedies(&[
        ("KT-CT-1134", Remedy::Reauthenticate),
        ("KT-CT-1135", Remedy::Reauthenticate),
        ("KT-CT-1139", Remedy::FixClient),
        ("KT-CT-1199", Remedy::Retry),
    ]));
