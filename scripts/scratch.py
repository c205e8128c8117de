"""What corpus.py and oracle.py share: the collections, the scratch workspace, and cargo's messages."""
import json
import os
import re
import shutil
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
SHARED = PROJECT.parent / "shared"
CORPUS = Path(os.environ.get("CORPUS", SHARED / "corpus"))
DEFAULT_OUT = Path(tempfile.gettempdir()) / "postman-corpus"

WORKSPACE = """[workspace]
members = ["crates/*"]
resolver = "3"

[profile.dev]
debug = 0
incremental = false
"""


@dataclass
class Source:
    """A collection file and the name of the crate that is made from it."""

    file: Path
    name: str

    @staticmethod
    def of(file, root):
        stem = re.sub(r"(\.postman_collection)?\.json$", "", str(file.relative_to(root)))
        return Source(file, re.sub(r"[^a-z0-9]+", "-", stem.lower()).strip("-"))

    def collection(self):
        """The collection in its format (v1 or v2), or None if the file is not a collection."""
        data = json.loads(self.file.read_text(encoding="utf-8-sig"), strict=False)
        inner = data.get("collection")
        if isinstance(inner, dict) and ("item" in inner or "items" in inner):
            data = inner
        is_v1 = isinstance(data.get("requests"), list) and "order" in data
        return data if "item" in data or "items" in data or is_v1 else None


def sources(pattern):
    """The corpus, or what of it the pattern (a regular expression) finds."""
    found = [Source.of(f, CORPUS) for f in sorted(CORPUS.glob("*/*.json"))]
    return [s for s in found if re.search(pattern, str(s.file.relative_to(CORPUS)))]


def generator():
    """The generator: $GENERATOR, or the release build."""
    ready = os.environ.get("GENERATOR")
    if ready:
        return os.path.abspath(ready)
    run = ["cargo", "build", "--release", "--package", "generator", "--message-format=json-render-diagnostics"]
    built = subprocess.run(run, cwd=PROJECT, stdout=subprocess.PIPE, text=True, check=True)
    artifacts = (json.loads(line) for line in built.stdout.splitlines() if line.startswith("{"))
    programs = [a["executable"] for a in artifacts if a.get("executable") and a["target"]["name"] == "generator"]
    return programs[-1]


class Workspace:
    """A folder of crates with one target folder."""

    def __init__(self, root, target):
        self.root = root
        self.target = target
        self.crates = root / "crates"
        self.bin = root / "bin"
        for folder in (self.crates, self.bin):
            folder.mkdir(parents=True, exist_ok=True)
        (root / "Cargo.toml").write_text(WORKSPACE)

    def keep_only(self, names):
        """Removes the crates of an earlier run that are none of `names`."""
        for old in self.crates.iterdir():
            if old.name not in names:
                shutil.rmtree(old)

    def generate(self, program, file, name):
        """Generates a crate → (exit code, standard error, seconds)."""
        started = time.time()
        run = subprocess.run([program, str(file), "--out", str(self.crates / name), "--name", name],
                             cwd=self.root, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        return run.returncode, run.stderr, time.time() - started

    def cargo(self, *arguments):
        """Runs cargo → (exit code, messages, standard error)."""
        environment = {**os.environ, "CARGO_TARGET_DIR": str(self.target)}
        run = subprocess.run(["cargo", *arguments, "--message-format=json"], cwd=self.root, env=environment,
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        messages = [json.loads(line) for line in run.stdout.splitlines() if line.startswith("{")]
        return run.returncode, messages, run.stderr

    def replay(self, name):
        """Builds the `replay` example of one crate → its program, or None and why not.

        One crate at a time: all examples have the same name, so cargo would let one overwrite another."""
        code, messages, errors = self.cargo("build", "--package", name, "--example", "replay")
        programs = [m["executable"] for m in messages if m.get("executable") and m["target"]["name"] == "replay"]
        if code != 0 or not programs:
            return None, "".join(rendered(m) for m in messages) or errors
        return shutil.copy2(programs[-1], self.bin / name), ""

    def complaints(self, *arguments):
        """Warnings and errors of a cargo command, by crate; under "" what belongs to none."""
        code, messages, errors = self.cargo(*arguments)
        found = {}
        for message in messages:
            text = rendered(message)
            if text:
                found.setdefault(crate_of(message), []).append(text)
        if code != 0 and not found:
            found[""] = [errors]
        return found


def rendered(message):
    """The text of a warning or error; empty for other messages and for cargo's own count."""
    if message.get("reason") != "compiler-message" or message["message"]["level"] not in ("warning", "error"):
        return ""
    summary = re.search(r"\d+ warnings? emitted|aborting due to", message["message"]["message"])
    return "" if summary else message["message"]["rendered"]


def crate_of(message):
    return Path(message["manifest_path"]).parent.name
