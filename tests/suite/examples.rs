//! The examples, run against their server.

#![allow(clippy::duplicate_mod, reason = "each example is a program, and has the server in it")]

#[path = "../../examples/oauth2_async.rs"]
mod oauth2_async;
#[path = "../../examples/oauth2_blocking.rs"]
mod oauth2_blocking;

#[test]
fn oauth2_and_ureq_speak_with_every_vendor() -> Result<(), Box<dyn std::error::Error>> {
    oauth2_blocking::main()
}

#[test]
fn the_device_flow_and_reqwest_speak_with_every_vendor() -> Result<(), Box<dyn std::error::Error>> {
    oauth2_async::main()
}
