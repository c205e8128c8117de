"""Generates and compiles every collection of a corpus: see corpus.sh."""
import argparse
import json
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

from scratch import DEFAULT_OUT, PROJECT, Workspace, generator, sources

# Between them these use every auth scheme and every kind of body.
WITH_FEATURES = ("postman-echo", "fixtures-helpers-v2-1-0", "fixtures-codegen-all-bodies", "fastly-fastly",
                 "petstore-petstore-v2-1-0")


def requests(items, folders=()):
    """The requests of a collection in order, as (path, method): what `replay --list` must name."""
    for item in items if isinstance(items, list) else []:
        if not isinstance(item, dict):
            continue
        path = (*folders, str(item.get("name") or ""))
        children = item.get("item", item.get("items"))
        if children is not None:
            yield from requests(children, path)
        else:
            request = item.get("request")
            method = request.get("method") if isinstance(request, dict) else None
            yield list(path), str(method or "GET").upper()


def wrong_v1(listed, collection):
    """What is wrong with the list of a v1 collection, whose requests are one flat list beside their order."""
    wanted = sorted(str(request.get("name") or "") for request in collection["requests"])
    given = sorted(line["path"][-1] for line in listed)
    return "" if given == wanted else f"{given} listed, not {wanted}"


def wrong_list(program, collection):
    """What is wrong with the output of `replay --list`, or an empty string."""
    run = subprocess.run([program, "--list"], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                         text=True, timeout=60)
    if run.returncode != 0:
        return f"exit code {run.returncode}: {run.stderr[-300:]}"
    try:
        listed = [json.loads(line) for line in run.stdout.split("\n") if line.strip()]
    except ValueError as error:
        return f"not JSON: {error}"
    if "requests" in collection:
        return wrong_v1(listed, collection)
    wanted = list(requests(collection.get("item", collection.get("items"))))
    for index, (path, method) in enumerate(wanted):
        given = listed[index] if index < len(listed) else {}
        if (given.get("index"), given.get("path"), str(given.get("method")).upper()) != (index, path, method):
            return f"request {index} is {method} {path}, the list says {given}"
    return "" if len(listed) == len(wanted) else f"{len(listed)} lines for {len(wanted)} requests"


class Report:
    """What was found, by crate; printed as one line for each crate, with the first complaints below it."""

    def __init__(self):
        self.facts = {}
        self.faults = {}

    def fact(self, name, text):
        self.facts.setdefault(name, []).append(text)

    def fault(self, name, step, texts):
        self.fact(name, f"{step}={len(texts)}")
        self.faults.setdefault(name, []).extend(f"{step}: {text.strip()}" for text in texts)

    def step(self, workspace, names, step, *arguments):
        """A cargo command over the workspace, of which nothing is to be heard."""
        started = time.time()
        found = workspace.complaints(*arguments)
        for name in names:
            if name in found:
                self.fault(name, step, found[name])
            else:
                self.fact(name, f"{step}=ok")
        for name in found.keys() - set(names):
            self.fault(name or "(cargo)", step, found[name])
        print(f"{step}: {time.time() - started:.0f} s, {sum(map(len, found.values()))} complaints", flush=True)

    def show(self):
        for name in sorted(self.facts):
            print(("FAULT " if name in self.faults else "ok    ") + name, *self.facts[name])
            for text in self.faults.get(name, [])[:3]:
                print("      " + "\n      ".join(text.splitlines()[:12]))
        good = len(self.facts) - len(self.faults)
        print(f"corpus: {good} of {len(self.facts)} collections without a fault")


def refuse(report, workspace, program, source):
    code, errors, _ = workspace.generate(program, source.file, source.name)
    written = (workspace.crates / source.name).exists()
    if code == 1 and errors.strip() and not written:
        report.fact(source.name, "refused: " + errors.strip().splitlines()[0])
    else:
        report.fault(source.name, "refuse", [f"exit code {code}, message {errors[:200]!r}, written: {written}"])


def generate(report, workspace, program, source, collection):
    code, errors, seconds = workspace.generate(program, source.file, source.name)
    items = collection.get("item", collection.get("items"))
    count = len(collection["requests"]) if "requests" in collection else sum(1 for _ in requests(items))
    report.fact(source.name, f"requests={count} generate={seconds:.2f}s")
    if code != 0:
        report.fault(source.name, "generate", [f"exit code {code}: {errors[-600:]}"])
        shutil.rmtree(workspace.crates / source.name, ignore_errors=True)
    return code == 0


def cargo_steps(report, workspace, names, tests):
    everything = ("--workspace", "--keep-going")
    # clippy shows what rustc would show, and its own
    report.step(workspace, names, "clippy", "clippy", *everything, "--all-targets")
    report.step(workspace, names, "doc", "doc", *everything, "--no-deps")
    few = [name for name in WITH_FEATURES if name in names]
    packages = [word for name in few for word in ("--package", name)]
    for flag in ("--no-default-features", "--all-features") if few else ():
        report.step(workspace, few, flag.strip("-"), "clippy", *packages, "--keep-going", "--all-targets", flag)
    if tests:
        test_steps(report, workspace, names)


def test_steps(report, workspace, names):
    for name in names:
        for step, flags in (("tests", ("--lib", "--tests")), ("doctests", ("--doc",))):
            run = subprocess.run(["cargo", "test", "--quiet", "--package", name, *flags, "--target-dir", workspace.target],
                                 cwd=workspace.root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
            if run.returncode:
                report.fault(name, step, [run.stdout[-1500:]])
            else:
                passed = sum(map(int, re.findall(r"(\d+) passed", run.stdout)))
                report.fact(name, f"{step}={passed}")


def main():
    parser = argparse.ArgumentParser(usage="scripts/corpus.sh [--oracle] [--tests] [--only PATTERN] [--out DIR]")
    parser.add_argument("--oracle", action="store_true")
    parser.add_argument("--tests", action="store_true")
    parser.add_argument("--only", default="")
    parser.add_argument("--out", type=Path, default=DEFAULT_OUT)
    options = parser.parse_args()
    out = options.out.resolve()

    program, report = generator(), Report()
    workspace = Workspace(out, out / "target")
    chosen = sources(options.only)
    if not chosen:
        sys.exit(f"no collection matches {options.only!r}")
    workspace.keep_only([source.name for source in chosen])
    made, started = {}, time.time()
    for source in chosen:
        collection = source.collection()
        if collection is None:
            refuse(report, workspace, program, source)
        elif generate(report, workspace, program, source, collection):
            made[source.name] = collection
    print(f"generate: {len(made)} crates in {time.time() - started:.1f} s", flush=True)

    if made:
        cargo_steps(report, workspace, list(made), options.tests)
    for name, collection in made.items():
        replay, errors = workspace.replay(name)
        wrong = wrong_list(replay, collection) if replay else errors
        report.fault(name, "list", [wrong]) if wrong else report.fact(name, "list=ok")
    report.show()

    code = 1 if report.faults else 0
    if options.oracle:
        code |= subprocess.run([PROJECT / "scripts/oracle.sh", "--only", options.only, "--out", out]).returncode
    sys.exit(code)


if __name__ == "__main__":
    main()
