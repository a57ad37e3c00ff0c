#!/bin/sh
# The rustdoc that `api.rs` makes cargo call: the stable one, with unstable options for JSON. The variable is set here and not for
# cargo, because some build scripts look for it and their crates would be rebuilt.
RUSTC_BOOTSTRAP=1 exec rustdoc "$@"
