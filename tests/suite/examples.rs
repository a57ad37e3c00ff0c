//! Runs the examples against their server.

#![allow(clippy::duplicate_mod, reason = "each example is a program, and has the server in it")]

#[path = "../../examples/oauth2_async.rs"]
mod oauth2_async;
#[path = "../../examples/oauth2_blocking.rs"]
mod oauth2_blocking;
#[path = "../../examples/requests.rs"]
mod requests;

#[test]
fn oauth2_with_ureq_works_with_every_vendor() -> Result<(), Box<dyn std::error::Error>> {
    oauth2_blocking::main()
}

#[test]
fn device_flow_with_reqwest_works_with_every_vendor() -> Result<(), Box<dyn std::error::Error>> {
    oauth2_async::main()
}

#[test]
fn plain_requests_bring_a_token_or_a_remedy() -> Result<(), Box<dyn std::error::Error>> {
    requests::main()
}
