"""Compares generated clients with Postman's runtime: see oracle.sh."""
import argparse
import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path

from scratch import DEFAULT_OUT, SHARED, Source, Workspace, generator, sources

ORACLE = Path(os.environ.get("ORACLE", SHARED / "oracle"))


def oracle(source, crate, out, **settings):
    """Runs oracle.sh → (exit code, its output)."""
    environment = {**os.environ, "ORACLE_OUT": str(out), "ORACLE_REUSE": "1", "ORACLE_MUTATE": "1", **settings}
    run = subprocess.run([ORACLE / "oracle.sh", source.file, crate], env=environment, stdin=subprocess.DEVNULL,
                         stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    return run.returncode, (run.stdout + run.stderr).strip()


def lines_of(file):
    return [json.loads(line) for line in file.read_text(encoding="utf-8").split("\n") if line] if file.exists() else []


def differences(out):
    """What is not equal, one text each: requests on the wire, then saved responses."""
    verdict = out / "verdict.json"
    if verdict.exists():
        for request in json.loads(verdict.read_text(encoding="utf-8"))["verdicts"]:
            if request["verdict"] not in ("exact", "equal", "unsent"):
                yield "wire " + brief(request)
    for kind, name in (("decode", "decode.jsonl"), ("tolerant", "mutated.jsonl")):
        for answer in lines_of(out / name):
            if answer["verdict"] in ("lossy", "fail"):
                yield f"{kind} {brief(answer)}"


def brief(entry):
    text = json.dumps(entry, ensure_ascii=False)
    return text if len(text) <= 500 else text[:500] + " …"


class Totals:
    """The figures of all lines, added up."""

    def __init__(self):
        self.sums = {}
        self.failed = []

    def add(self, line):
        for key, first, second in re.findall(r"(\w+)=(\d+)(?:/(\d+))?(?= |$)", line):
            have = self.sums.setdefault(key, [0, 0])
            have[0] += int(first)
            have[1] += int(second or 0)

    def text(self):
        return " ".join(f"{key}={a}/{b}" if b else f"{key}={a}" for key, (a, b) in self.sums.items())


def chosen_sources(options):
    if options.collections:
        return [Source.of(file.resolve(), file.resolve().parent) for file in options.collections]
    found = sources(options.only)
    if not options.no_cases and re.search(options.only, "corner-cases"):
        cases = options.out / "corner-cases.json"
        subprocess.run([sys.executable, ORACLE / "make_cases.py", cases], stdout=subprocess.DEVNULL, check=True)
        found.append(Source(cases, "corner-cases"))
    return found


def prepare(totals, workspace, program, source, out):
    """Records Postman and generates the crate; False when either fails. What is no v2 collection is only named."""
    collection = source.collection()
    if collection is None or "requests" in collection:
        print(f"{source.name} is no v2 collection")
        return False
    code, text = oracle(source, "-", out)
    if code != 0:
        print(f"{source.name} cannot be prepared: {text[-300:]}")
        return False
    code, errors, _ = workspace.generate(program, out / "merged.json", source.name)
    if code != 0:
        print(f"{source.name} GENERATE_FAILED: {errors[-600:]}")
        totals.failed.append(source.name)
    return code == 0


def compare(totals, workspace, source, out):
    replay, errors = workspace.replay(source.name)
    if not replay:
        print(f"{source.name} BUILD_FAILED: {errors[:1500]}")
        totals.failed.append(source.name)
        return
    code, text = oracle(source, str(workspace.crates / source.name), out, ORACLE_BIN=str(replay))
    line = text.splitlines()[-1] if text else "no output"
    print(line, flush=True)
    if code != 0:
        totals.failed.append(source.name)
        return
    totals.add(line)
    different = list(differences(out))
    for text in different:
        print("   ", text)
    if different or " list=ok" not in line:
        totals.failed.append(source.name)


def main():
    parser = argparse.ArgumentParser(usage="scripts/oracle.sh [--only PATTERN] [--out DIR] [--no-cases] [COLLECTION…]")
    parser.add_argument("--only", default="")
    parser.add_argument("--out", type=Path, default=DEFAULT_OUT)
    parser.add_argument("--no-cases", action="store_true")
    parser.add_argument("collections", nargs="*", type=Path)
    options = parser.parse_args()
    options.out = options.out.resolve()

    program, totals, started = generator(), Totals(), time.time()
    workspace = Workspace(options.out / "oracle", options.out / "target")
    chosen = chosen_sources(options)
    if not chosen:
        sys.exit(f"no collection matches {options.only!r}")
    workspace.keep_only([source.name for source in chosen])
    results = {source.name: options.out / "oracle" / "results" / source.name for source in chosen}
    ready = [s for s in chosen if prepare(totals, workspace, program, s, results[s.name])]
    for source in ready:
        compare(totals, workspace, source, results[source.name])
    print(f"oracle: {len(ready)} collections in {time.time() - started:.0f} s: {totals.text()}")
    if totals.failed:
        print("oracle: not equal or failed:", " ".join(totals.failed))
    sys.exit(1 if totals.failed else 0)


if __name__ == "__main__":
    main()
