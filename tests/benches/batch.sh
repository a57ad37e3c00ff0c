#!/usr/bin/env bash
# Measures whole-process time and peak memory of `anytoken normalize --batch` on mixed lines, beside `jq -c .` on the same
# lines and Python's Authlib on the same bodies. Peak memory must be the same on a tenth of the lines.
#
#   tests/benches/batch.sh [LINES]    100,000 lines by default
#
# jq: apt-get install jq. Authlib: pip install authlib; PYTHON names an interpreter other than python3.
set -euo pipefail
cd "$(dirname "$0")/../.."
lines="${1:-100000}"
python="${PYTHON:-python3}"
command -v "$python" >/dev/null || { echo "python3 is missing: apt-get install python3" >&2; exit 2; }
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-$PWD/target}"
cargo build --release --quiet -p anytoken-cli
anytoken="$CARGO_TARGET_DIR/release/anytoken"

# Repeats the lines of the example that are JSON: jq ends at the first line that is not.
repeated() {
    "$python" - "$1" examples/mixed.ndjson <<'PYTHON'
import itertools, json, sys
def is_json(line):
    try:
        return isinstance(json.loads(line), dict)
    except ValueError:
        return False
lines = [line for line in open(sys.argv[2], encoding="utf-8").read().split("\n") if is_json(line)]
sys.stdout.writelines(line + "\n" for line in itertools.islice(itertools.cycle(lines), int(sys.argv[1])))
PYTHON
}

# Prints the seconds (best of three) and the peak memory of a command that reads a file.
measure() {
    "$python" - "$@" <<'PYTHON'
import subprocess, sys, time
name, path, *command = sys.argv[1:]
# The kernel's figures of a process include those of the process that it was forked from.
def peak_of(child):
    with open(f"/proc/{child.pid}/status", encoding="ascii") as status:
        return next((int(line.split()[1]) for line in status if line.startswith("VmHWM")), 0)
best, peak = float("inf"), 0
for _ in range(3):
    with open(path, "rb") as lines:
        start = time.perf_counter()
        child = subprocess.Popen(command, stdin=lines, stdout=subprocess.DEVNULL)
        while child.poll() is None:
            peak = max(peak, peak_of(child))
            time.sleep(0.001)
        best = min(best, time.perf_counter() - start)
    if child.returncode != 0:
        sys.exit(f"{name:<34} fails: {child.returncode}")
print(f"{name:<34} {best:8.3f} s {peak / 1024:10.1f} MiB")
PYTHON
}

cat >"$folder/authlib_bodies.py" <<'PYTHON'
import json, sys, urllib.parse
from authlib.oauth2.rfc6749 import OAuth2Token
for line in sys.stdin.buffer:
    body = json.loads(line).get("body", "")
    if isinstance(body, str):
        try:
            body = json.loads(body)
        except ValueError:
            body = dict(urllib.parse.parse_qsl(body))
    if isinstance(body, dict):
        token = OAuth2Token.from_dict(body)
PYTHON

repeated "$lines" >"$folder/lines.ndjson"
repeated "$((lines / 10))" >"$folder/tenth.ndjson"
echo "$lines lines, $(stat -c %s "$folder/lines.ndjson") bytes"
measure "anytoken normalize --batch" "$folder/lines.ndjson" "$anytoken" normalize --batch --reveal
if command -v jq >/dev/null; then
    measure "jq -c ." "$folder/lines.ndjson" jq -c .
else
    echo "jq -c .: jq is missing: apt-get install jq"
fi
if "$python" -c "import authlib" 2>/dev/null; then
    measure "Authlib" "$folder/lines.ndjson" "$python" "$folder/authlib_bodies.py"
else
    echo "Authlib: it is missing: pip install authlib"
fi
measure "anytoken, a tenth of the lines" "$folder/tenth.ndjson" "$anytoken" normalize --batch --reveal
