//! The format of a response is detected by its own member names, or not at all.

use std::collections::{BTreeMap, BTreeSet};

use anytoken::{Decoded, ErrorKind, Expiry, Field, FieldKind, Note, NoteKind, Outcome, registry};
use anytoken_tests::corpus::{Meaning, cases, granted};
use anytoken_tests::json::Json;
use anytoken_tests::{Fields, Recorded};

use crate::{every, every_case};

/// Bodies whose expiry is `Unknown` without the name of their format.
const EXCEPTIONS: &[(&str, &str)] = &[
    ("azure-imds/expires-on-dashes-without-zone-is-utc", "only the format knows that the zone is UTC"),
    ("azure-imds/expires-on-slashes-without-zone-is-utc", "only the format knows that the zone is UTC"),
    ("entra-v2/expires-on-dashes", "only the format knows that the zone is UTC"),
    ("entra-v2/expires-on-slashes", "only the format knows that the zone is UTC"),
    ("github/app-that-opted-out-of-expiry", "only the format knows that an absent lifetime means never"),
    ("github/form-by-default", "only the format knows that an absent lifetime means never"),
    ("github/form-labelled-json", "only the format knows that an absent lifetime means never"),
    ("github/json", "only the format knows that an absent lifetime means never"),
    ("github/scope-with-blanks", "only the format knows that an absent lifetime means never"),
    ("github/xml", "only the format knows that an absent lifetime means never"),
];

#[test]
fn signatures_are_unique() {
    let mut claimed = BTreeMap::new();
    for adapter in registry().iter() {
        // Detection searches for the first name of a signature of two.
        for signature in adapter.signature().iter().filter_map(|signature| paths(signature).next()) {
            let other = claimed.insert(signature, adapter.id());
            assert_eq!(other, None, "{signature:?} is claimed by {} as well", adapter.id());
        }
    }
}

#[test]
fn signature_detects_its_format() {
    for adapter in registry().iter() {
        for signature in adapter.signature() {
            for body in [body_with(&[signature], &str::to_owned), body_with(&[signature], &escaped)] {
                assert_eq!(detected(body), adapter.id(), "by {signature}");
            }
        }
    }
}

/// Returns the format that a body is decoded as, whether or not it is understood.
fn detected(body: String) -> String {
    match Recorded::new(body).read(None) {
        Ok(Decoded { outcome: Outcome::Token(token), .. }) => token.format().as_str().to_owned(),
        Ok(Decoded { outcome: Outcome::ErrorResponse(error_response), .. }) => {
            error_response.format().as_str().to_owned()
        }
        Err(error) => error.format().map_or_else(String::new, |format| format.as_str().to_owned()),
    }
}

/// Returns a body with the members of some signatures.
fn body_with(signatures: &[&str], spelled: &dyn Fn(&str) -> String) -> String {
    let mut objects: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (object, name) in signatures.iter().flat_map(|signature| paths(signature)) {
        objects.entry(object).or_default().push(format!("\"{}\":\"EXAMPLE\"", spelled(name)));
    }
    let mut members = objects.remove("").unwrap_or_default();
    let object =
        |(name, members): (&str, Vec<String>)| format!("\"{}\":{{{}}}", spelled(name), members.join(","));
    members.extend(objects.into_iter().map(object));
    format!("{{{}}}", members.join(","))
}

/// Returns the members of a signature: the name of their object, empty at the top level, and their own.
fn paths(signature: &str) -> impl Iterator<Item = (&str, &str)> {
    signature
        .split('+')
        .map(|path| path.split_once('/').filter(|(object, _)| !object.is_empty()).unwrap_or(("", path)))
}

fn is_at_top(signature: &str) -> bool {
    paths(signature).all(|(object, _)| object.is_empty())
}

fn escaped(name: &str) -> String {
    name.chars().map(|c| format!("\\u{:04x}", u32::from(c))).collect()
}

#[test]
fn half_a_signature_detects_nothing() {
    let pairs =
        registry().iter().flat_map(|adapter| adapter.signature()).filter_map(|pair| pair.split_once('+'));
    for (one, other) in pairs {
        for half in [one, other] {
            assert_eq!(detected(body_with(&[half, half], &str::to_owned)), "oauth2", "{half}");
        }
        let in_two_objects = [one, other].map(|half| body_with(&[half], &str::to_owned));
        assert!(
            is_at_top(one) || detected(in_two_objects.join(",").replace("},{", ",")) == "oauth2",
            "{one}"
        );
    }
}

#[test]
fn signatures_of_two_formats_are_ambiguous() {
    for at_top in [true, false] {
        let is_here = |signature: &&&str| is_at_top(signature) == at_top;
        let first_of_each: Vec<_> =
            registry().iter().filter_map(|adapter| adapter.signature().iter().find(is_here)).collect();
        assert!(first_of_each.len() > 20);
        for (index, one) in first_of_each.iter().enumerate() {
            for other in first_of_each.iter().skip(index + 1) {
                let body = body_with(&[one, other], &str::to_owned);
                let body = if at_top { body.replacen('{', r#"{"access_token":"EXAMPLE","#, 1) } else { body };
                let error = Recorded::new(body).read(None).map(|_| ()).expect_err("two signatures");
                assert_eq!(error.kind(), ErrorKind::Ambiguous, "{one} and {other}");
            }
        }
    }
}

#[test]
fn second_signature_detects_beside_half_of_the_first() {
    let body = r#"{"data":{"SessionTicket":"EXAMPLE-1","EntityToken":"EXAMPLE-2","TokenExpiration":null}}"#;
    assert_eq!(detected(body.to_owned()), "playfab");
}

/// An ID token of Vault, with other members beside it and beside its object.
fn vault(inside: &str, outside: &str) -> String {
    format!(r#"{{"data":{{{inside}"client_id":"example","token":"EXAMPLE.ID.1","ttl":60}}{outside}}}"#)
}

#[test]
fn signature_in_an_object_yields_to_the_top_level() {
    assert_eq!(detected(vault("", "")), "vault");
    for (outside, format) in [
        (r#","access_token":"EXAMPLE-1""#, "oauth2"),
        (r#","accessToken":"EXAMPLE-1""#, "oauth2"),
        (r#","AccessToken":"EXAMPLE-1""#, "oauth2"),
        (r#","id_token":"EXAMPLE.ID.2""#, "oauth2"),
        (r#","access_token":"EXAMPLE-1","access_token":"EXAMPLE-1""#, "oauth2"),
        (r#","access_token":"""#, "vault"),
        (r#","access_token":null"#, "vault"),
        (r#","msi_res_id":"example""#, "azure-imds"),
    ] {
        assert_eq!(detected(vault("", outside)), format, "{outside}");
    }
}

#[test]
fn signature_beside_a_standard_token_in_its_object_is_ambiguous() {
    let error = |inside: &str| Recorded::new(vault(inside, "")).read(None).err();
    let found = error(r#""access_token":"EXAMPLE-1","#).expect("two tokens");
    assert_eq!((found.kind(), found.field()), (ErrorKind::Ambiguous, Some("access_token")));
    assert!(error(r#""AccessToken":"EXAMPLE-1","#).is_some());
    for same in [r#""access_token":"EXAMPLE.ID.1","#, r#""access_token":"","#, r#""access_token":7,"#] {
        assert_eq!(error(same), None, "{same}");
    }
}

#[test]
fn signature_beside_an_access_token_in_any_spelling_is_ambiguous() {
    for name in ["access_token", "accessToken", "AccessToken"] {
        let body = |value: &str| format!(r#"{{"{name}":"{value}","authorizationToken":"EXAMPLE-2"}}"#);
        let error = Recorded::new(&*body("EXAMPLE-1")).read(None).expect_err("two tokens");
        assert_eq!((error.kind(), error.field()), (ErrorKind::Ambiguous, Some("access_token")), "{name}");
        assert_eq!(detected(body("EXAMPLE-2")), "aws-codeartifact", "{name}");
        assert_eq!(detected(body("null")), "aws-codeartifact", "{name}");
    }
}

#[test]
fn signature_without_its_token_yields_to_an_access_token() {
    for name in ["access_token", "accessToken", "AccessToken"] {
        let body = format!(r#"{{"{name}":"EXAMPLE-1","WebServerHostname":"example.com"}}"#);
        assert_eq!(detected(body), "oauth2", "{name}");
    }
    assert_eq!(
        detected(
            r#"{"protected":"e30","payload":"e30","signature":"e30","access_token":"EXAMPLE-1"}"#.to_owned()
        ),
        "oauth2"
    );
    let error = Recorded::new(r#"{"access_token":5,"WebServerHostname":"example.com"}"#).read(None);
    let error = error.expect_err("no token");
    assert_eq!(error.format().map(|format| format.as_str()), Some("aws-mwaa-token"));
}

#[test]
fn list_has_no_signature() {
    for body in [r#"{"data":[{"atExpiredTime":1}]}"#, r#"[{"data":{"atExpiredTime":1}}]"#] {
        assert_eq!(detected(body.to_owned()), "oauth2", "{body}");
    }
}

#[test]
fn corpus_has_each_signature_in_its_format_only() {
    let tops: Vec<_> =
        cases().filter_map(|(case, _)| Some((&case.format, Json::of_body(case.response.text()?)?))).collect();
    let signatures = registry()
        .iter()
        .flat_map(|adapter| adapter.signature().iter().map(move |signature| (adapter, *signature)));
    every(
        signatures,
        |(adapter, signature)| format!("{signature} of {}", adapter.id()),
        |(adapter, signature)| {
            let has_path = |body: &Json, (object, name): (&str, &str)| match object {
                "" => body.get(name).is_some(),
                _ => body.get(object).is_some_and(|object| object.get(name).is_some()),
            };
            let has = |body: &Json| paths(signature).all(|path| has_path(body, path));
            let seen = tops.iter().any(|(format, body)| *format == adapter.id() && has(body));
            assert!(seen, "no body of the corpus has it");
            let foreign = tops.iter().find(|(format, body)| *format != adapter.id() && has(body));
            assert_eq!(foreign.map(|(format, _)| format.as_str()), None, "another format has it as well");
        },
    );
}

#[test]
fn detection_is_right_or_an_error() {
    let excepted = |id: &str| EXCEPTIONS.iter().any(|(excepted, _)| *excepted == id);
    let decidable = granted().filter(|(case, _)| !case.undecidable);
    every_case(
        decidable,
        |(case, _)| case,
        |(case, _)| {
            let Ok(decoded) = case.response.read(None) else { return };
            let says_so = |note: &Note| matches!(note.kind, NoteKind::UnreadEnd | NoteKind::UnitUnknown);
            let is_noted = decoded.notes.iter().any(says_so);
            let Outcome::Token(token) = decoded.outcome else {
                panic!("a token is taken for an error response")
            };
            let (found, expected) = (Fields::of(&token), case.fields());
            let differences = found.differences(expected);
            let is_other = |field: &Field| {
                // A token in an object of its own may be left to the format, beside one that is assumed.
                let is_left = token.is_assumed() && found.text(*field).is_none();
                field.kind() == FieldKind::Secret && !is_left
            };
            let of_secrets = differences.iter().any(is_other);
            assert!(!of_secrets, "{} gives other tokens", token.format());
            // Without its format an expiry may be lost, and the token then says that it is assumed, or the notes say it.
            let is_lost = found.expires() == Expiry::Unknown && (is_noted || token.is_assumed());
            let end = if excepted(&case.id) { Expiry::Unknown } else { expected.expires() };
            assert!(is_lost || found.expires() == end, "{} gives another expiry", token.format());
        },
    );
}

#[test]
fn exceptions_are_in_the_corpus() {
    for (id, _) in EXCEPTIONS {
        assert!(granted().any(|(case, _)| case.id == *id), "{id} is not in the corpus");
    }
}

#[test]
fn body_without_signature_is_oauth2() {
    let token = anytoken::decode(Recorded::new("{\"access_token\":\"EXAMPLE\"}").response());
    let token = token.ok().and_then(|decoded| decoded.into_token().ok()).expect("a token");
    assert_eq!(token.format().as_str(), "oauth2");
}

#[test]
fn alias_finds_its_format() {
    for (alias, id) in
        [("token-alone", "bare-token"), ("jupyterhub-token", "jupyterhub"), ("xbox-xbl", "xbox-xsts")]
    {
        assert_eq!(registry().get(alias).map(|adapter| adapter.id()), Some(id));
    }
}

#[test]
fn alias_is_no_other_id() {
    for adapter in registry() {
        for alias in adapter.aliases() {
            assert_eq!(registry().get(alias).map(|found| found.id()), Some(adapter.id()), "{alias}");
            assert!(registry().iter().all(|other| other.id() != *alias), "{alias}");
        }
    }
}

/// Formats without a signature, though a name that is in each of their tokens is in no other body of the corpus: the name
/// is a common word, or one that other services may send.
const UNSIGNED: &[(&str, &str)] = &[
    ("allegro", "allegro_api"),
    ("apple-maps-server", "expiresInSeconds"),
    ("aws-ivs-chat-token", "sessionExpirationTime"),
    ("azure-powershell", "ExpiresOn"),
    ("bitly", "login"),
    ("cashfree-payouts", "subCode"),
    ("clerk-m2m-token", "revocation_reason"),
    ("digitalocean", "info"),
    ("direct-line", "conversationId"),
    ("ecwid", "store_id"),
    ("epic-account", "client_service"),
    ("firebase-securetoken", "project_id"),
    ("gitlab-runner", "token_expires_at"),
    ("gocardless", "organisation_id"),
    ("goodwe-sems", "hasError"),
    ("grok-auth", "https://auth.example.com::EXAMPLE-CLIENT"),
    ("hcp-credentials", "access_token_expiry"),
    ("ibm-verify", "grant_id"),
    ("ihealth", "Expires"),
    ("influxdb3-token", "hash"),
    ("jlr", "authorization_token"),
    ("kanidm-auth", "sessionid"),
    ("kujiale", "c"),
    ("linode-token", "label"),
    ("mercadopago", "live_mode"),
    ("midtrans-snap", "redirect_url"),
    ("niu", "desc"),
    ("pardot-legacy", "stat"),
    ("paypal", "nonce"),
    ("pesapal", "expiryDate"),
    ("pinterest-v5", "response_type"),
    ("plaid", "item_id"),
    ("podio", "ref"),
    ("psa-mobile", "returnCode"),
    ("railway-cli-config", "projects"),
    ("ringcentral", "endpoint_id"),
    ("riot", "sub_sid"),
    ("sat-mexico", "Header"),
    ("sentry", "application"),
    ("slack-legacy", "incoming_webhook"),
    ("snap-bi", "additionalInfo"),
    ("splunk-session", "sessionKey"),
    ("surveymonkey", "access_url"),
    ("vtex-app-token", "authStatus"),
    ("withings-legacy", "userid"),
    ("workos-sso", "profile"),
    ("zoom", "api_url"),
];

#[test]
fn format_has_a_signature_or_no_name_of_its_own() {
    let mut names: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    let mut of_tokens: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for (case, adapter) in cases() {
        let Some(Json::Object(members)) = case.response.text().and_then(Json::of_body) else { continue };
        let body: BTreeSet<String> = members.into_iter().map(|(name, _)| name).collect();
        if matches!(case.meaning, Meaning::Token { .. }) {
            of_tokens.entry(adapter.id()).or_insert_with(|| body.clone()).retain(|name| body.contains(name));
        }
        names.entry(adapter.id()).or_default().extend(body);
    }
    let is_unique =
        |id: &str, name: &str| names.iter().all(|(other, names)| *other == id || !names.contains(name));
    let unsigned = registry().iter().map(|adapter| adapter.id()).filter_map(|id| {
        let is_unsigned = registry().get(id).is_some_and(|adapter| adapter.signature().is_empty());
        let name = of_tokens.get(id)?.iter().find(|name| is_unsigned && is_unique(id, name))?;
        Some((id, name.as_str()))
    });
    let mut unsigned: Vec<_> = unsigned.collect();
    unsigned.sort_unstable();
    assert_eq!(unsigned, UNSIGNED, "a signature is missing, or has come");
}
