"""Runs the first example of every crate against its mock server: see first-calls.sh."""
import argparse
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from scratch import Workspace, generator, sources

DEFAULT_OUT = Path(tempfile.gettempdir()) / "postman-first-calls"
TIMEOUT = 600


def first_program(readme):
    """The first Rust code of a README, and the path of its mock server; None where there is none."""
    code = re.search(r"```rust\n(.*?)```", readme, re.S)
    server = re.search(r"let server = (\S+)::mock_server\(\)", readme)
    return code and code[1], server and server[1]


def aimed(program, path):
    """The program with its client aimed at the mock server. Nothing else changes."""
    start = "async fn main() -> Result<(), Box<dyn std::error::Error>> {\n"
    program = program.replace(start, f"{start}    let server = {path}::mock_server()?;\n")
    program = program.replace("Client::builder()", "server.client_builder()")
    return re.sub(r'\n *\.\w+\("https://api\.example\.com"\)', "", program)


def check(workspace, name):
    """What is wrong with the first example of a crate; empty when nothing is."""
    folder = workspace.crates / name
    program, server = first_program((folder / "README.md").read_text())
    if program is None:
        return "" if "0 requests" in (folder / "README.md").read_text() else "no example"
    example = folder / "examples/first_call.rs"
    example.write_text(aimed(program, server) if server else program)
    action = ["run", "--features", "mock-server"] if server else ["build"]
    run = subprocess.run(
        ["cargo", *action, "--quiet", "--package", name, "--example", "first_call", "--target-dir", workspace.target],
        cwd=workspace.root, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        timeout=TIMEOUT, env=None if not server else environment())
    example.unlink()
    return run.stdout[-1500:] if run.returncode else ""


def environment():
    """The credentials that examples read."""
    import os
    return {**os.environ, "TOKEN": "token", "API_KEY": "key", "PASSWORD": "password"}


def main():
    parser = argparse.ArgumentParser(usage="scripts/first-calls.sh [--only PATTERN] [--out DIR]")
    parser.add_argument("--only", default="")
    parser.add_argument("--out", type=Path, default=DEFAULT_OUT)
    options = parser.parse_args()
    out = options.out.resolve()
    program = generator()
    workspace = Workspace(out, out / "target")
    chosen = [source for source in sources(options.only) if source.collection() is not None]
    if not chosen:
        sys.exit(f"no collection matches {options.only!r}")
    workspace.keep_only([source.name for source in chosen])
    made = [source.name for source in chosen if workspace.generate(program, source.file, source.name)[0] == 0]
    faults = 0
    for name in made:
        wrong = check(workspace, name)
        faults += bool(wrong)
        print(("FAULT " if wrong else "ok    ") + name, *([wrong] if wrong else []), sep="\n      " if wrong else "", flush=True)
    print(f"first calls: {len(made) - faults} of {len(made)} run as they stand")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
