//! Wire structs and stored tokens. serde_json does not wipe its scratch memory for strings with escapes.

use anytoken::affinidi::ConsumerAuthTokenEndpointOutput;
use anytoken::azure::IdentityTokenResponse;
use anytoken::dialect::Dialect;
use anytoken::{Response, StoredToken};
use anytoken_tests::recorded::AT;

use crate::watching::{MARKER, leaks, leaks_of_panic};

macro_rules! leaves_nothing {
    ($type:ty, $body:expr) => {{
        let body: String = $body;
        let read = || serde_json::from_str::<$type>(&body);
        assert_eq!(leaks(read), 0, "{body}: read");
        assert_eq!(leaks_of_panic(read), 0, "{body}: held");
        if let Ok(read) = read() {
            let (one, other, printed) = (read.clone(), read.clone(), read.clone());
            assert_eq!(leaks(|| one.clone()), 0, "{body}: cloned");
            assert_eq!(leaks(|| one == other), 0, "{body}: compared");
            assert_eq!(leaks(|| other.into_token(AT)), 0, "{body}: turned into a token");
            assert_eq!(leaks(|| format!("{printed:?}")), 0, "{body}: printed");
            assert_eq!(leaks(|| drop(read)), 0, "{body}: dropped");
        }
    }};
}

#[test]
fn wire_struct_leaves_no_secret() {
    for body in [
        format!("{{\"access_token\":\"{MARKER}\",\"refresh_token\":\"{MARKER}\",\"expires_in\":3600}}"),
        format!("{{\"access_token\":\"{MARKER}\",\"expires_in\":\"{MARKER}\",\"id_token\":[\"{MARKER}\"]}}"),
        format!("{{\"access_token\":\"{MARKER}\",\"expires_on\":\"{MARKER}\",\"x\":{{\"y\":\"{MARKER}\"}}}}"),
        format!("{{\"error\":\"{MARKER}\",\"error_description\":\"{MARKER}\"}}"),
        format!("{{\"access_token\":\"{MARKER}\",\"access_token\":\"{MARKER}\"}}"),
        format!("{{\"access_token\":\"{MARKER}\","),
        format!("[\"{MARKER}\"]"),
        format!("\"{MARKER}\""),
    ] {
        leaves_nothing!(IdentityTokenResponse, body.clone());
        leaves_nothing!(ConsumerAuthTokenEndpointOutput, body);
    }
}

#[test]
fn stored_token_leaves_no_secret() {
    let body = format!(
        "{{\"access_token\":\"{MARKER}\",\"refresh_token\":\"{MARKER}\",\"id_token\":\"{MARKER}\",\"x\":\"{MARKER}\",\
         \"y\":{{\"z\":[\"{MARKER}\"]}}}}"
    );
    let token = Dialect::OAUTH2.decode(Response::new(body.as_bytes(), AT)).expect("a token");
    let whole = serde_json::to_string(&token.into_token().expect("a token").exposed()).expect("JSON");
    let broken = &whole[..whole.len() - 1];
    for text in [
        whole.clone(),
        broken.to_owned(),
        whole.replace("\"v\":1", "\"v\":2"),
        whole.replace("\"extras\":", "\"expires_at\":"),
        whole.replace("\"x\":", "\"y\":"),
        whole.replace("\"id_token\":", "\"refresh_token\":"),
        format!("\"{MARKER}\""),
        format!("{{\"v\":\"{MARKER}\"}}"),
        format!("{{\"v\":1,\"format\":[\"{MARKER}\"]}}"),
        format!("{{\"v\":1,\"format\":\"a\",\"scopes\":\"{MARKER}\"}}"),
        format!("{{\"v\":1,\"format\":\"a\",\"scopes\":[\"{MARKER}\",1]}}"),
        format!("{{\"v\":1,\"format\":\"a\",\"never_expires\":\"{MARKER}\"}}"),
        format!("{{\"v\":1,\"format\":\"a\",\"extras\":\"{MARKER}\"}}"),
    ] {
        let read = || serde_json::from_str::<StoredToken>(&text);
        assert_eq!(leaks(read), 0, "{text}: read");
        assert_eq!(leaks_of_panic(read), 0, "{text}: held");
        if let Ok(stored) = read() {
            let clone = stored.clone();
            assert_eq!(leaks(|| clone.into_token()), 0, "{text}: turned into a token");
            assert_eq!(leaks(|| drop(stored)), 0, "{text}: dropped");
        }
    }
}
