#!/usr/bin/env bash
# Measures CPU time and peak memory of `anytoken normalize --batch` on lines with what vendors send, 1.4 KB each on average,
# beside other programs on the same lines: `jq -c .`, and as far as they are installed peers in Node.js, Python with Authlib
# and Go that parse the envelope, normalize the body and print one line too. They leave out what is neither JSON nor a form.
#
#   tests/benches/batch.sh [LINES]    100,000 lines by default
#
# apt-get install jq nodejs golang-go; pip install authlib. PYTHON names an interpreter other than python3. The programs
# run in turn, five times; the best is shown.
set -euo pipefail
cd "$(dirname "$0")/../.."
lines="${1:-100000}"
python="${PYTHON:-python3}"
command -v "$python" >/dev/null || { echo "python3 is missing: apt-get install python3" >&2; exit 2; }
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-$PWD/target}"
cargo build --release --quiet -p anytoken-cli
cargo bench --quiet -p anytoken-cli -p anytoken-tests --bench cost -- --lines "$lines" >"$folder/lines.ndjson"
head -n "$((lines / 10))" "$folder/lines.ndjson" >"$folder/tenth.ndjson"
if command -v go >/dev/null; then
    GOCACHE="$folder/go" go build -o "$folder/peer" tests/benches/batch/peer.go
fi

"$python" - "$folder" "$CARGO_TARGET_DIR/release/anytoken" "$python" <<'PYTHON'
import os, shutil, subprocess, sys, time
folder, anytoken, python = sys.argv[1:]
peers = "tests/benches/batch/peer"
batch = [anytoken, "normalize", "--batch", "--reveal"]
has_authlib = subprocess.run([python, "-c", "import authlib"], stderr=subprocess.DEVNULL).returncode == 0
programs = {
    "anytoken --jobs 1": [*batch, "--jobs=1"],
    "anytoken --jobs 2": [*batch, "--jobs=2"],
    "a tenth of the lines": [*batch, "--jobs=1", f"{folder}/tenth.ndjson"],
    "jq -c .": shutil.which("jq") and ["jq", "-c", "."],
    "Node.js": shutil.which("node") and ["node", f"{peers}.mjs"],
    "Python, Authlib": has_authlib and [python, f"{peers}.py"],
    "Go": os.path.exists(f"{folder}/peer") and [f"{folder}/peer"],
}

def run(command):
    """Returns the seconds of CPU time and the peak memory in KiB."""
    with open(f"{folder}/lines.ndjson", "rb") as lines:
        child = subprocess.Popen(command, stdin=lines, stdout=subprocess.DEVNULL)
    peak = 0
    while True:
        # The figures of `wait4` include those of the process that it was forked from.
        with open(f"/proc/{child.pid}/status", encoding="ascii") as status:
            peak = max([peak, *(int(line.split()[1]) for line in status if line.startswith("VmHWM"))])
        ended, status, usage = os.wait4(child.pid, os.WNOHANG)
        if ended:
            child.returncode = os.waitstatus_to_exitcode(status)
            if child.returncode:
                sys.exit(f"{command[0]} fails: {child.returncode}")
            return usage.ru_utime + usage.ru_stime, peak
        time.sleep(0.002)

best = {}
for _ in range(5):
    for name, command in programs.items():
        if command:
            best[name] = min(best.get(name, (float("inf"), 0)), run(command))
ours = best["anytoken --jobs 1"][0]
print(f"{'':<22}{'CPU s':>8}{'ratio':>8}{'MiB':>8}   of {os.path.getsize(folder + '/lines.ndjson')} bytes")
for name, command in programs.items():
    if not command:
        print(f"{name:<22}is not installed")
    else:
        seconds, peak = best[name]
        print(f"{name:<22}{seconds:8.3f}{seconds / ours:8.2f}{peak / 1024:8.1f}")
PYTHON
