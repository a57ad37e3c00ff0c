#!/usr/bin/env bash
# yup-oauth2 12.1.2 (a crate): the form of the token file depends on a feature that some other crate turns on.
#
# `expires_at` is saved by `time`'s own serde, which writes an array: year, day of the year, hour, minute, second,
# nanosecond, offset. Cargo unites features: once any crate of the program enables `time/serde-human-readable`, it
# writes a text, with an offset that has seconds. An update of an unrelated dependency changes the file.
#
# Seen: both forms of one token; the build with the feature reads both, the one without reads its own only.
# To a reader of tokens: an array may be an end, and 182 in it is the first of July. A program that saves tokens says
# their form itself, not by a default of its dependencies.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
mkdir src
cat >src/main.rs <<'RS'
use yup_oauth2::storage::TokenInfo;

fn main() {
    let token = match std::env::args().nth(1) {
        None => TokenInfo {
            access_token: Some("EXAMPLE-ACCESS".into()),
            refresh_token: None,
            id_token: None,
            expires_at: time::OffsetDateTime::from_unix_timestamp(1_782_864_000).ok(),
        },
        Some(saved) => match serde_json::from_str(&saved) {
            Ok(token) => token,
            Err(_) => return println!("unreadable"),
        },
    };
    println!("{}", serde_json::to_string(&token).unwrap());
}
RS
build() {
  cat >Cargo.toml <<TOML
[package]
name = "save"
version = "0.1.0"
edition = "2021"
[dependencies]
yup-oauth2 = { version = "=12.1.2", default-features = false }
serde_json = "1"
time = { version = "0.3", features = [$1] }
TOML
  cargo build --quiet --target-dir target && mv target/debug/save "$2"
}
build '' without
build '"serde-human-readable"' with
seen=$(./without; ./with; ./with "$(./without)"; ./without "$(./with)")
echo "$seen"
diff - <(echo "$seen") <<'EXPECTED'
{"access_token":"EXAMPLE-ACCESS","refresh_token":null,"expires_at":[2026,182,0,0,0,0,0,0,0],"id_token":null}
{"access_token":"EXAMPLE-ACCESS","refresh_token":null,"expires_at":"2026-07-01 00:00:00.0 +00:00:00","id_token":null}
{"access_token":"EXAMPLE-ACCESS","refresh_token":null,"expires_at":"2026-07-01 00:00:00.0 +00:00:00","id_token":null}
unreadable
EXPECTED
