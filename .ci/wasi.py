"""Runs `anytoken normalize --batch` as WebAssembly over the corpus, and compares the answers with the native program's.

    wasi.py NATIVE WASM CORPUS
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import wasmtime

native, wasm, corpus = sys.argv[1:]
arguments = ["anytoken", "normalize", "--batch", "--jobs", "1", "--reveal"]

with tempfile.TemporaryDirectory() as folder:
    requests, answers = Path(folder, "requests"), Path(folder, "answers")
    cases = [json.loads(line) for line in Path(corpus).read_text(encoding="utf-8").splitlines()]
    lines = [{"id": case["id"], "format": case["format"], **case["response"]} for case in cases]
    requests.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")

    engine = wasmtime.Engine()
    store, linker = wasmtime.Store(engine), wasmtime.Linker(engine)
    wasi = wasmtime.WasiConfig()
    wasi.argv, wasi.stdin_file, wasi.stdout_file = arguments, str(requests), str(answers)
    wasi.inherit_stderr()
    store.set_wasi(wasi)
    linker.define_wasi()
    instance = linker.instantiate(store, wasmtime.Module.from_file(engine, wasm))
    try:
        instance.exports(store)["_start"](store)
    except wasmtime.ExitTrap as end:
        assert end.code == 0, f"exit code {end.code}"

    with requests.open("rb") as stdin:
        run = subprocess.run([native, *arguments[1:]], stdin=stdin, check=True, capture_output=True)
    assert answers.read_bytes() == run.stdout, "the answers differ"
    print(f"{len(cases)} responses are answered as by the native program")
