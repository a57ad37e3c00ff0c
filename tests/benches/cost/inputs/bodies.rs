//! Builds the bodies from invented values, the same in every run.

use anytoken_tests::random::Random;
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};

/// A little less than the limit of a body.
pub(super) const LONGEST: usize = (1 << 20) - 256;

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

/// An unsigned token in the shape of a JWT, as `openidconnect` expects ID tokens.
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

pub(super) fn azure_imds() -> String {
    let random = &mut Random::new(1);
    format!(
        r#"{{"access_token":"{}","client_id":"{}","expires_in":"86399","expires_on":"1767311999","ext_expires_in":"86399","msi_res_id":"/subscriptions/{}/resourcegroups/example/providers/Microsoft.ManagedIdentity/userAssignedIdentities/example","not_before":"1767225300","object_id":"{}","resource":"https://vault.azure.net/","token_type":"Bearer"}}"#,
        jwt(random, 1120),
        uuid(random),
        uuid(random),
        uuid(random)
    )
}

pub(super) fn rfc6749() -> String {
    let random = &mut Random::new(2);
    format!(
        "{{\n  \"access_token\":\"{}\",\n  \"token_type\":\"example\",\n  \"expires_in\":3600,\n  \"refresh_token\":\"{}\",\n  \"example_parameter\":\"example_value\"\n}}",
        token(random, 22),
        token(random, 22)
    )
}

pub(super) fn entra_v2() -> String {
    let random = &mut Random::new(3);
    format!(
        r#"{{"token_type":"Bearer","scope":"User.Read Mail.Read openid profile email offline_access","expires_in":4823,"ext_expires_in":4823,"access_token":"{}","refresh_token":"1.{}","id_token":"{}"}}"#,
        jwt(random, 2200),
        token(random, 1330),
        jwt(random, 1180)
    )
}

pub(super) fn keycloak() -> String {
    let random = &mut Random::new(4);
    format!(
        r#"{{"access_token":"{}","expires_in":300,"refresh_expires_in":1800,"refresh_token":"{}","token_type":"Bearer","id_token":"{}","not-before-policy":0,"session_state":"{}","scope":"openid profile email"}}"#,
        jwt(random, 1250),
        jwt(random, 720),
        jwt(random, 980),
        uuid(random)
    )
}

/// Thirteen members of Slack's, and 24 unknown ones.
pub(super) fn slack() -> String {
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

pub(super) fn non_ascii() -> String {
    format!(
        r#"{{"access_token":"{}","token_type":"Bearer","expires_in":3600,"name":"{}"}}"#,
        jwt(&mut Random::new(6), 1350),
        "Größe 東京 ".repeat(20)
    )
}

/// Every character of a text as an escape.
pub(super) fn all_escaped(text: &str) -> String {
    text.encode_utf16().map(|unit| format!("\\u{unit:04x}")).collect()
}

/// Escapes all values, and the names if asked to. The token has 400 characters; the unknown member has `size` times
/// that.
pub(super) fn escaped(size: usize, name: fn(&str) -> String) -> String {
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

pub(super) fn form() -> String {
    let random = &mut Random::new(8);
    format!(
        "access_token={}&expires_in=28800&refresh_token={}&refresh_token_expires_in=15897600&scope=repo%2Cgist%2Cread%3Auser&token_type=bearer",
        token(random, 44),
        token(random, 84)
    )
}

pub(super) fn error_response() -> String {
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
pub(super) fn nested(length: usize) -> String {
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
pub(super) fn members(count: usize) -> String {
    let mut body = plain(&mut Random::new(11), 40);
    for index in 0..count {
        body += &format!(r#","{index:x}":1"#);
    }
    body + "}"
}

/// Unknown members of one size.
pub(super) fn unknown(count: usize) -> String {
    let random = &mut Random::new(12);
    let mut body = plain(random, 1350);
    for index in 0..count {
        body += &format!(r#","x_unknown_{index:03}":"value {}""#, hex(random, 10));
    }
    body + "}"
}

/// The least that a server can send, in 60 bytes.
pub(super) fn opaque() -> String {
    r#"{"access_token":"EXAMPLE0123456789ab","token_type":"bearer"}"#.to_owned()
}

pub(super) fn dates() -> String {
    let random = &mut Random::new(13);
    format!(
        r#"{{"access_token":"{}","token_type":"Bearer","expires_at":"2026-01-01T01:00:00Z","refresh_token":"{}"}}"#,
        token(random, 43),
        token(random, 43)
    )
}

/// The members that Slack sends, and no other.
pub(super) fn slack_as_sent() -> String {
    let random = &mut Random::new(14);
    format!(
        r##"{{"ok":true,"app_id":"A0EX{}","authed_user":{{"id":"U1EX{}","scope":"chat:write,search:read","access_token":"{}","token_type":"user"}},"scope":"commands,incoming-webhook,chat:write,users:read","token_type":"bot","access_token":"{}","bot_user_id":"U0EX{}","refresh_token":"{}","expires_in":43200,"team":{{"id":"T0EX{}","name":"Example"}},"enterprise":null,"is_enterprise_install":false,"incoming_webhook":{{"channel":"#general","channel_id":"C0EX{}","configuration_url":"https://example.test/services/B1","url":"https://hooks.example.test/services/T/B/X"}}}}"##,
        hex(random, 7),
        hex(random, 7),
        token(random, 71),
        token(random, 52),
        hex(random, 7),
        token(random, 146),
        hex(random, 7),
        hex(random, 7)
    )
}

/// Twelve members that Salesforce documents, and 25 that an organisation adds.
pub(super) fn salesforce() -> String {
    let random = &mut Random::new(15);
    let mut body = format!(
        r#"{{"access_token":"{}!{}","refresh_token":"{}","signature":"{}=","scope":"refresh_token web api id","id_token":"{}","instance_url":"https://example.my.example.test","id":"https://login.example.test/id/00DEX/005EX","token_type":"Bearer","issued_at":"1767225600123","api_instance_url":"https://api.example.test","sfdc_community_url":"https://example.my.site.test","sfdc_community_id":"0DBEX{}""#,
        token(random, 15),
        token(random, 96),
        token(random, 87),
        token(random, 43),
        jwt(random, 900),
        hex(random, 8)
    );
    for index in 0..25 {
        body += &format!(r#","custom_attribute_{index:02}":"{}""#, hex(random, 6 + index * 7 % 40));
    }
    body + "}"
}

pub(super) fn aws_sso() -> String {
    let random = &mut Random::new(16);
    format!(
        r#"{{"startUrl":"https://example.test/start","region":"eu-central-1","accessToken":"{}","expiresAt":"2026-01-01T08:00:00Z","clientId":"{}","clientSecret":"{}","registrationExpiresAt":"2026-03-31T00:00:00Z","refreshToken":"{}"}}"#,
        token(random, 600),
        token(random, 40),
        jwt(random, 1100),
        token(random, 700)
    )
}

/// A `TokenRequest`, with what an API server adds to it.
pub(super) fn kubernetes() -> String {
    format!(
        r#"{{"kind":"TokenRequest","apiVersion":"authentication.k8s.io/v1","metadata":{{"name":"default","namespace":"default","creationTimestamp":"2026-01-01T00:00:00Z","managedFields":[{{"manager":"kubectl","operation":"Update","apiVersion":"authentication.k8s.io/v1","time":"2026-01-01T00:00:00Z","fieldsType":"FieldsV1","fieldsV1":{{"f:spec":{{"f:expirationSeconds":{{}}}}}},"subresource":"token"}}]}},"spec":{{"audiences":["https://kubernetes.default.svc.cluster.local"],"expirationSeconds":3600,"boundObjectRef":null}},"status":{{"token":"{}","expirationTimestamp":"2026-01-01T01:00:00Z"}}}}"#,
        jwt(&mut Random::new(17), 900)
    )
}

pub(super) fn xml() -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<OAuth>\n  <token_type>bearer</token_type>\n  <scope>repo,gist</scope>\n  <access_token>{}</access_token>\n</OAuth>\n",
        token(&mut Random::new(18), 40)
    )
}

/// An object in a string in an object.
pub(super) fn taobao() -> String {
    let random = &mut Random::new(19);
    let inner = format!(
        r#"{{"access_token":"{}","token_type":"Bearer","expires_in":7776000,"expire_time":1775001600000,"refresh_token":"{}","re_expires_in":15552000,"refresh_token_valid_time":1782777600000,"w1_expires_in":1800,"w2_expires_in":0,"r1_expires_in":1800,"taobao_user_nick":"example","taobao_user_id":"123456","account_id":"1"}}"#,
        token(random, 56),
        token(random, 56)
    );
    format!(
        r#"{{"top_auth_token_create_response":{{"token_result":"{}","request_id":"EXAMPLE-REQUEST"}}}}"#,
        inner.replace('"', r#"\""#)
    )
}

/// A body with the signs of Base64 and of addresses.
fn linked(seed: u64) -> String {
    let random = &mut Random::new(seed);
    let [access, refresh] = [120, 64].map(|length| STANDARD.encode(token(random, length)));
    format!(
        r#"{{"access_token":"{access}/==","token_type":"Bearer","expires_in":3600,"refresh_token":"1//{refresh}=","scope":"https://example.test/auth/drive https://example.test/auth/calendar","profile":"https://example.test/profile?user=1&size=96"}}"#
    )
}

/// `/` as `json_encode` of PHP writes it.
pub(super) fn php() -> String {
    linked(20).replace('/', r"\/")
}

/// `=` and `&` as servers escape them that guard against their JSON in a page's JavaScript.
pub(super) fn javascript() -> String {
    linked(21).replace('=', r"\u003d").replace('&', r"\u0026")
}
