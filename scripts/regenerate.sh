#!/usr/bin/env bash
# Writes generated-client again, also when its folder is missing. Cargo cannot load the workspace then, so the generator is built
# from a copy of its sources in a workspace of its own. Arguments are passed on: scripts/regenerate.sh --check
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
cp -r generator Cargo.lock README.md "$copy"
# the table of the members becomes the two that are here
sed 's/^members = .*/members = ["generator", "generator\/runtime"]/; /^exclude = /d' Cargo.toml > "$copy/Cargo.toml"
target=${CARGO_TARGET_DIR:-$PWD/target}
cargo build --quiet --package generator --bin generator --manifest-path "$copy/Cargo.toml" --target-dir "$target"
"$target/debug/generator" "$@"
