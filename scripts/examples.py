#!/usr/bin/env python3
"""Compares the example in the documentation of each endpoint with the curl command that `replay --curl` prints for it.

  scripts/examples.py CRATE…

For each emitted crate, the examples become one program, which prints the requests that they make. It is built within the
crate's workspace, or with CARGO_TARGET_DIR. Credentials are not compared, and neither is what an example cannot know:
variables without a value, secrets, and path variables that the collection leaves open. Prints each difference and totals;
the exit code is 1 when there is a difference.
"""
import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

PROGRAM = """use {library}::{{Endpoint, Error}};
use {library}::runtime::{{Body, replay::bytes_of}};

fn show(index: usize, request: Result<http::Request<Body>, Error>) {{
    let line = match request {{
        Ok(request) => {{
            let (head, body) = request.into_parts();
            let headers: Vec<_> = head.headers.iter().map(|(name, value)| {{
                (name.as_str().to_owned(), String::from_utf8_lossy(value.as_bytes()).into_owned())
            }}).collect();
            let body = String::from_utf8_lossy(&bytes_of(body).unwrap_or_default()).into_owned();
            serde_json::json!({{"index": index, "method": head.method.as_str(), "url": head.uri.to_string(), "headers": headers, "body": body}})
        }}
        Err(error) => serde_json::json!({{"index": index, "error": error.to_string()}}),
    }};
    println!("{{line}}");
}}

{functions}
fn main() {{
{calls}}}
"""


def modules(crate):
    """The module of the endpoint of each request that is the first of its endpoint → its index."""
    text = (crate / "examples/replay.rs").read_text(encoding="utf-8")
    found, index = {}, 0
    for line in text.split("\n"):
        entry = re.match(r" {8}(skipped|client(?:::\w+|::r#\w+)+)\(", line)
        if entry:
            path = entry.group(1).split("::")[1:-1]
            if path:
                found.setdefault("/".join(part.removeprefix("r#") for part in path), index)
            index += 1
    return found


def example(file):
    """The imports and the request of an endpoint's example."""
    text = "\n".join(line.removeprefix("///").removeprefix(" ") for line in file.read_text(encoding="utf-8").split("\n")
                     if line.startswith("///"))
    block = re.search(r"# Example\n\n```rust,no_run\n(.*?)\n```", text, re.S)
    if not block or ".send(client)" not in block.group(1):
        return None
    lines = [line for line in block.group(1).split("\n") if not line.startswith("# ")]
    uses = [line for line in lines if line.startswith("use ")]
    body = "\n".join(line for line in lines if not line.startswith("use ")).strip()
    return uses, body.split(".send(client)")[0].strip().removeprefix("let answer = ").strip()


def program(crate, library):
    functions, calls = [], []
    for module, index in sorted(modules(crate).items(), key=lambda entry: entry[1]):
        found = example(crate / "src" / f"{module}.rs")
        if found:
            uses, request = found
            uses = "\n".join(f"    {line}" for line in uses if line != f"use {library}::Endpoint;")
            functions.append(f"fn example_{index}() {{\n{uses}\n    show({index}, ({request}).request());\n}}\n")
            calls.append(f"    example_{index}();\n")
    return PROGRAM.format(library=library, functions="\n".join(functions), calls="".join(calls))


def run(crate, name, *arguments):
    command = ["cargo", "run", "--quiet", "--example", name, "--", *arguments]
    done = subprocess.run(command, cwd=crate, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if done.returncode != 0:
        sys.exit(f"{crate}: {name} failed: {done.stderr[-3000:]}")
    return done.stdout


def commands(text):
    """The requests of the curl commands by index; None for one that no command can make."""
    for part in re.split(r"^# (?=\d+: )", text, flags=re.M)[1:]:
        index, rest = part.split(":", 1)
        lines = [line for line in rest.split("\n")[1:] if not line.startswith("# ")]
        command = "\n".join(lines).strip()
        yield int(index), curl(command) if command.startswith("curl ") else None


def curl(command):
    words = shlex.split(command.replace("\\\n", " "))[1:]
    request = {"method": "GET", "headers": [], "body": "", "url": words[-1]}
    words = iter(words[:-1])
    for word in words:
        if word == "--head":
            request["method"] = "HEAD"
        elif word == "-X":
            request["method"] = next(words)
        elif word == "-H":
            name, separator, value = next(words).partition(":")
            if separator and value.strip():
                request["headers"].append((name.lower(), value.strip()))
        elif word in ("--data-binary", "--data-raw"):
            request["body"] = next(words)
        elif word == "--user":
            next(words)
    return request


# What an example cannot know, or what `http::Uri` has no way to say.
UNKNOWN = ("no value: set", "invalid uri character")


def is_open(text):
    return "$" in text or "{{" in text or "%7B%7B" in text


def as_json(text):
    try:
        return json.loads(text)
    except ValueError:
        return None


def differences(shown, wanted):
    """What an example sends otherwise than curl."""
    if "error" in shown and any(text in shown["error"] for text in UNKNOWN):
        return
    if "error" in shown:
        yield f"the example makes no request: {shown['error']}"
        return
    own, other = urlsplit(shown["url"]), urlsplit(wanted["url"])
    open_path = is_open(other.path) or any(part.startswith(":") for part in other.path.split("/"))
    if shown["method"] != wanted["method"]:
        yield f"method {shown['method']} for {wanted['method']}"
    if not open_path and (own.path or "/") != (other.path or "/") and not other.path.endswith(own.path):
        yield f"path {own.path} for {other.path}"
    pairs = [pair for pair in other.query.split("&") if pair]
    if not any(is_open(pair) for pair in pairs) and own.query != other.query:
        yield f"query {own.query} for {other.query}"
    types = [value for name, value in wanted["headers"] if name == "content-type"]
    if len(types) > 1:
        yield f"curl has the content types {types}"
    own_headers = dict(shown["headers"])
    for name, value in wanted["headers"]:
        if name in ("user-agent", "accept", "authorization") or is_open(value) or "multipart" in value:
            continue
        if own_headers.get(name) != value:
            yield f"header {name}: {own_headers.get(name)} for {value}"
    is_form = any("multipart" in value for value in types)
    if not is_form and not is_open(wanted["body"]) and shown["body"] != wanted["body"]:
        bodies = as_json(shown["body"]), as_json(wanted["body"])
        if bodies[0] is None or bodies[0] != bodies[1]:
            yield f"body {shown['body'][:300]} for {wanted['body'][:300]}"


def check(crate):
    name = re.search(r'^name = "([^"]+)"', (crate / "Cargo.toml").read_text(encoding="utf-8"), re.M).group(1)
    file = crate / "examples/doc_examples.rs"
    file.write_text(program(crate, name.replace("-", "_")), encoding="utf-8")
    try:
        shown = [json.loads(line) for line in run(crate, "doc_examples").split("\n") if line]
    finally:
        file.unlink()
    wanted = dict(commands(run(crate, "replay", "--curl")))
    compared = different = bodies = 0
    for request in shown:
        if not wanted.get(request["index"]):
            continue
        compared += 1
        found = list(differences(request, wanted[request["index"]]))
        only_body = bool(found) and all(text.startswith("body ") for text in found)
        bodies += only_body
        different += bool(found) and not only_body
        for text in found:
            print(f"{crate.name} {request['index']}: {text}")
    print(f"{crate.name}: {compared} examples compared, {different} send something else, {bodies} show another body")
    return different


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    os.environ.setdefault("CARGO_TERM_COLOR", "never")
    sys.exit(1 if sum(check(Path(crate).resolve()) for crate in sys.argv[1:]) else 0)
