//! The bodies that are read: invented values, the same each time.

use anytoken_tests::random::Random;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

/// A body, and how it is read.
pub(crate) struct Input {
    pub(crate) name: &'static str,
    pub(crate) body: Vec<u8>,
    /// The format that it is in.
    pub(crate) format: &'static str,
    pub(crate) shape: Shape,
    /// Whether it stands for itself; the others are there to be compared with one another.
    pub(crate) shown: bool,
}

/// Which hand-written struct reads it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    Imds,
    Rfc6749,
    Entra,
    Keycloak,
    Slack,
    Named,
    Escaped,
    Plain,
    Form,
    Refusal,
}

impl Input {
    /// Long inputs are counted once.
    pub(crate) fn is_long(&self) -> bool {
        self.body.len() > 100_000
    }

    fn of(&(name, format, shape, shown, body): &Entry) -> Self {
        Self { name, body: body().into(), format, shape, shown }
    }
}

pub(crate) fn all() -> Vec<Input> {
    ALL.iter().map(Input::of).collect()
}

/// One input, without the work of making the others.
pub(crate) fn named(name: &str) -> Option<Input> {
    ALL.iter().find(|entry| entry.0 == name).map(Input::of)
}

type Entry = (&'static str, &'static str, Shape, bool, fn() -> String);

const ALL: &[Entry] = &[
    ("azure-imds", "azure-imds", Shape::Imds, true, azure_imds),
    ("rfc6749", "rfc6749", Shape::Rfc6749, true, rfc6749),
    ("entra-v2", "entra-v2", Shape::Entra, true, entra_v2),
    ("keycloak", "oauth2", Shape::Keycloak, true, keycloak),
    ("slack-37", "slack", Shape::Slack, true, slack),
    ("non-ascii", "oauth2", Shape::Named, true, non_ascii),
    ("escaped", "oauth2", Shape::Escaped, true, || escaped(1, str::to_owned)),
    ("escaped-names", "oauth2", Shape::Escaped, true, || escaped(1, all_escaped)),
    ("form", "github", Shape::Form, true, form),
    ("refusal", "entra-v2", Shape::Refusal, true, refusal),
    ("nested-1m", "oauth2", Shape::Plain, true, || nested(LONGEST)),
    ("members-100k", "oauth2", Shape::Plain, true, || members(100_000)),
    ("nested-256k", "oauth2", Shape::Plain, false, || nested(LONGEST / 4)),
    ("members-25k", "oauth2", Shape::Plain, false, || members(25_000)),
    ("escaped-1m", "oauth2", Shape::Escaped, false, || escaped(400, str::to_owned)),
    ("escaped-256k", "oauth2", Shape::Escaped, false, || escaped(100, str::to_owned)),
    ("unknown-4", "oauth2", Shape::Plain, false, || unknown(4)),
    ("unknown-12", "oauth2", Shape::Plain, false, || unknown(12)),
];

/// A little less than the limit of a body.
const LONGEST: usize = (1 << 20) - 256;

/// Text of a token's alphabet.
fn token(random: &mut Random, length: usize) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let rest = length.saturating_sub("EXAMPLE".len());
    "EXAMPLE".chars().chain((0..rest).map(|_| char::from(*random.pick(ALPHABET)))).collect()
}

fn hex(random: &mut Random, length: usize) -> String {
    (0..length).map(|_| char::from(*random.pick(b"0123456789abcdef"))).collect()
}

fn uuid(random: &mut Random) -> String {
    [8, 4, 4, 4, 12].map(|length| hex(random, length)).join("-")
}

/// A JWT in shape, as `openidconnect` reads ID tokens; nobody has signed it.
fn jwt(random: &mut Random, length: usize) -> String {
    let header = format!(r#"{{"alg":"RS256","kid":"EXAMPLE-{}","typ":"JWT"}}"#, hex(random, 8));
    let header = URL_SAFE_NO_PAD.encode(header);
    let signature = URL_SAFE_NO_PAD.encode(token(random, 256.min(length / 4)));
    let claims = format!(
        r#"{{"iss":"https://login.example.test/{}","sub":"{}","aud":["{}"],"exp":1767229200,"iat":1767225600,"pad":""#,
        uuid(random),
        uuid(random),
        uuid(random)
    );
    let room = length.saturating_sub(header.len() + signature.len() + 2) / 4 * 3;
    let pad = token(random, room.saturating_sub(claims.len() + 2));
    format!("{header}.{}.{signature}", URL_SAFE_NO_PAD.encode(format!("{claims}{pad}\"}}")))
}

fn azure_imds() -> String {
    let random = &mut Random::new(1);
    format!(
        r#"{{"access_token":"{}","client_id":"{}","expires_in":"86399","expires_on":"1767311999","ext_expires_in":"86399","msi_res_id":"/subscriptions/{}/resourcegroups/example/providers/Microsoft.ManagedIdentity/userAssignedIdentities/example","not_before":"1767225300","object_id":"{}","resource":"https://vault.azure.net/","token_type":"Bearer"}}"#,
        jwt(random, 1120),
        uuid(random),
        uuid(random),
        uuid(random)
    )
}

fn rfc6749() -> String {
    let random = &mut Random::new(2);
    format!(
        "{{\n  \"access_token\":\"{}\",\n  \"token_type\":\"example\",\n  \"expires_in\":3600,\n  \"refresh_token\":\"{}\",\n  \"example_parameter\":\"example_value\"\n}}",
        token(random, 22),
        token(random, 22)
    )
}

fn entra_v2() -> String {
    let random = &mut Random::new(3);
    format!(
        r#"{{"token_type":"Bearer","scope":"User.Read Mail.Read openid profile email offline_access","expires_in":4823,"ext_expires_in":4823,"access_token":"{}","refresh_token":"1.{}","id_token":"{}"}}"#,
        jwt(random, 2200),
        token(random, 1330),
        jwt(random, 1180)
    )
}

fn keycloak() -> String {
    let random = &mut Random::new(4);
    format!(
        r#"{{"access_token":"{}","expires_in":300,"refresh_expires_in":1800,"refresh_token":"{}","token_type":"Bearer","id_token":"{}","not-before-policy":0,"session_state":"{}","scope":"openid profile email"}}"#,
        jwt(random, 1250),
        jwt(random, 720),
        jwt(random, 980),
        uuid(random)
    )
}

/// Thirteen members of Slack's, and 24 that nobody knows.
fn slack() -> String {
    let random = &mut Random::new(5);
    let mut body = format!(
        r##"{{"ok":true,"access_token":"{}","token_type":"bot","scope":"commands,incoming-webhook,chat:write,users:read","bot_user_id":"U0EX{}","app_id":"A0EX{}","expires_in":43200,"refresh_token":"{}","team":{{"name":"Example Company","id":"T0EX{}"}},"enterprise":null,"is_enterprise_install":false,"authed_user":{{"id":"U1EX{}","scope":"chat:write","access_token":"{}","token_type":"user"}},"incoming_webhook":{{"channel":"#general","channel_id":"C0EX{}","configuration_url":"https://example.test/services/B1","url":"https://hooks.example.test/services/T/B/X"}}"##,
        token(random, 52),
        hex(random, 7),
        hex(random, 7),
        token(random, 71),
        hex(random, 7),
        hex(random, 7),
        token(random, 53),
        hex(random, 7)
    );
    for index in 0..24 {
        let value = match index % 4 {
            0 => format!(r#""value {}""#, hex(random, 16)),
            1 => random.below(1 << 24).to_string(),
            2 => format!(r#"{{"a":[1,2,{{"b":null}}],"c":"https:\/\/example.test\/{}"}}"#, hex(random, 12)),
            _ => format!(r#"["{}","{}",true]"#, hex(random, 8), hex(random, 8)),
        };
        body += &format!(r#","x_field_{index}":{value}"#);
    }
    body + "}"
}

fn non_ascii() -> String {
    format!(
        r#"{{"access_token":"{}","token_type":"Bearer","expires_in":3600,"name":"{}"}}"#,
        jwt(&mut Random::new(6), 1350),
        "Größe 東京 ".repeat(20)
    )
}

/// Every character of a text as an escape.
fn all_escaped(text: &str) -> String {
    text.encode_utf16().map(|unit| format!("\\u{unit:04x}")).collect()
}

/// All values escaped, and the names as told; the token is 400 characters, times `size` with the unknown member.
fn escaped(size: usize, name: fn(&str) -> String) -> String {
    let random = &mut Random::new(7);
    let members = [
        ("access_token", token(random, 200 * size)),
        ("token_type", "Bearer".to_owned()),
        ("scope", "openid profile".to_owned()),
        ("state", token(random, 200 * size)),
    ];
    let mut body = format!(r#"{{"{}":3600"#, name("expires_in"));
    for (key, value) in members {
        body += &format!(r#","{}":"{}""#, name(key), all_escaped(&value));
    }
    body + "}"
}

fn form() -> String {
    let random = &mut Random::new(8);
    format!(
        "access_token={}&expires_in=28800&refresh_token={}&refresh_token_expires_in=15897600&scope=repo%2Cgist%2Cread%3Auser&token_type=bearer",
        token(random, 44),
        token(random, 84)
    )
}

fn refusal() -> String {
    let random = &mut Random::new(9);
    format!(
        r#"{{"error":"invalid_grant","error_description":"AADSTS70008: The provided authorization code or refresh token has expired due to inactivity. Send a new interactive authorization request for this user and resource.","error_codes":[70008],"timestamp":"2026-01-01 00:00:00Z","trace_id":"{}","correlation_id":"{}","error_uri":"https://login.example.test/error?code=70008"}}"#,
        uuid(random),
        uuid(random)
    )
}

/// The three members that every plain body begins with.
fn plain(random: &mut Random, length: usize) -> String {
    format!(r#"{{"access_token":"{}","token_type":"Bearer","expires_in":3600"#, token(random, length))
}

/// Objects and arrays in one unknown member.
fn nested(length: usize) -> String {
    let random = &mut Random::new(10);
    let mut body = plain(random, 40) + r#","blob":[0"#;
    while body.len() < length - 128 {
        body += &format!(
            r#",{{"id":{},"k":[1,[2,[3,{{"x":{{"y":"{}"}}}}]]],"f":-1.25e-3,"t":true,"n":null,"s":"a\"b\\c"}}"#,
            random.below(1 << 20),
            hex(random, 10)
        );
    }
    body + "]}"
}

/// Members with names as short as they can be.
fn members(count: usize) -> String {
    let mut body = plain(&mut Random::new(11), 40);
    for index in 0..count {
        body += &format!(r#","{index:x}":1"#);
    }
    body + "}"
}

/// Unknown members of one size.
fn unknown(count: usize) -> String {
    let random = &mut Random::new(12);
    let mut body = plain(random, 1350);
    for index in 0..count {
        body += &format!(r#","x_unknown_{index:03}":"value {}""#, hex(random, 10));
    }
    body + "}"
}
