#!/bin/sh
# The rustdoc that `api.rs` has cargo call: stable, and lets itself be asked for JSON. The compiler does not see the variable, as
# some build scripts look for it and would have their crates built again.
RUSTC_BOOTSTRAP=1 exec rustdoc "$@"
