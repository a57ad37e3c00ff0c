//! The device flow of `oauth2` and reqwest with a server that does not follow RFC 8628.
//!
//! ```sh
//! cargo run -p anytoken-tests --features joints --example oauth2_async
//! ```

mod server;

use std::error::Error;
use std::time::Duration;

use anytoken_interop::oauth2::Normalizing;
use oauth2::basic::BasicClient;
use oauth2::{
    ClientId, DeviceAuthorizationUrl, StandardDeviceAuthorizationResponse, TokenResponse, TokenUrl, reqwest,
};
use tokio::runtime::Builder;

use self::server::{Answer, Server};

/// GitHub sends forms, and reports with status 200 that the code is not confirmed yet.
const ANSWERS: &[Answer] = &[
    Answer {
        path: "/device",
        status: 200,
        media_type: "application/json",
        body: r#"{"device_code":"EXAMPLE-DEVICE","user_code":"EXAM-PLE1","verification_uri":"https://example.com/device","expires_in":900,"interval":5}"#,
    },
    Answer {
        path: "/token",
        status: 200,
        media_type: "application/x-www-form-urlencoded; charset=utf-8",
        body: "error=authorization_pending",
    },
    Answer {
        path: "/token",
        status: 200,
        media_type: "application/x-www-form-urlencoded; charset=utf-8",
        body: "error=slow_down&interval=10",
    },
    Answer {
        path: "/token",
        status: 200,
        media_type: "application/x-www-form-urlencoded; charset=utf-8",
        body: "access_token=EXAMPLE-ACCESS&expires_in=28800&scope=repo&token_type=bearer",
    },
];

/// The example; the tests run it too.
pub(crate) fn main() -> Result<(), Box<dyn Error>> {
    let server = Server::start(ANSWERS)?;
    let client = BasicClient::new(ClientId::new("example".to_owned()))
        .set_device_authorization_url(DeviceAuthorizationUrl::new(server.url("/device"))?)
        .set_token_uri(TokenUrl::new(server.url("/token"))?);
    let reqwest = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build()?;
    let http = Normalizing::new(reqwest).with_format("github")?;

    let runtime = Builder::new_current_thread().enable_all().build()?;
    // The future is `Send`, so a task on a multithreaded runtime can await it.
    let task = runtime.spawn(async move {
        let details: StandardDeviceAuthorizationResponse =
            client.exchange_device_code().request_async(&http).await.map_err(|error| error.to_string())?;
        // A real program shows the code to the user, and waits.
        let pause = |_| tokio::task::yield_now();
        let token = client.exchange_device_access_token(&details).request_async(&http, pause, None).await;
        token.map_err(|error| error.to_string())
    });
    let token = runtime.block_on(task)??;
    assert_eq!(token.access_token().secret(), "EXAMPLE-ACCESS");
    assert_eq!(token.expires_in(), Some(Duration::from_secs(28_800)));
    Ok(())
}
