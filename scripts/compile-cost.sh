#!/usr/bin/env bash
# What an emitted crate costs whoever compiles it.
#
#   scripts/compile-cost.sh [--runs N] CRATE
#
#   --runs N   how often each is measured (default: 3); the least is printed
#
# CRATE       the folder of an emitted crate
# OUT         where it is compiled (default: postman-compile-cost in the folder for temporary files)
#
# Prints CPU seconds, wall seconds and the peak memory of `cargo check` and `cargo build` of the crate's library, its dependencies
# being built, and the lines of Rust in its `src` with and without documentation. Needs GNU time (`/usr/bin/time`).
set -euo pipefail

usage() {
    sed -n '2,/^set -/{s/^# \{0,1\}//;/^set -/d;p}' "${BASH_SOURCE[0]}"
    exit "$1"
}

runs=3 crate=
while [ $# -gt 0 ]; do
    case $1 in
        --runs) runs=${2:?a number}; shift 2 ;;
        -h | --help) usage 0 ;;
        -*) usage 2 >&2 ;;
        *) crate=$1; shift ;;
    esac
done
[ -n "$crate" ] || usage 2 >&2
[ -x /usr/bin/time ] || { echo "GNU time is missing: install the package \`time\`" >&2; exit 1; }

out=${OUT:-${TMPDIR:-/tmp}/postman-compile-cost}
copy=$out/crate
mkdir -p "$copy"
# a copy, so that neither a workspace around the crate nor its folder changes anything
rm -rf "$copy/src"
cp -R "$crate/src" "$crate/Cargo.toml" "$copy/"
mkdir -p "$copy/examples" && cp -R "$crate/examples/." "$copy/examples/"
if [ -d "$crate/tests" ]; then cp -R "$crate/tests" "$copy/"; fi
grep -q '^\[workspace\]' "$copy/Cargo.toml" || printf '\n[workspace]\n' >>"$copy/Cargo.toml"
export CARGO_TARGET_DIR=$out/target CARGO_INCREMENTAL=0 CARGO_TERM_COLOR=never
cd "$copy"

# measure COMMAND: the run that took the least CPU time
measure() {
    local command=$1
    cargo "$command" --quiet --lib
    for _ in $(seq "$runs"); do
        touch src/lib.rs
        /usr/bin/time --format '%U %S %e %M' --output "$out/measured" cargo "$command" --quiet --lib
        cat "$out/measured"
    done | sort -n | awk -v command="cargo $command" '
        { cpu = $1 + $2; if (NR == 1 || cpu < least) { least = cpu; line = sprintf("%5.1f s CPU, %5.1f s, %4d MB", cpu, $3, $4 / 1024) } }
        END { printf "%-12s %s\n", command, line }'
}

measure check
measure build
find src -name '*.rs' -exec cat {} + | awk '
    { all++ } !/^[ \t]*\/\/[\/!]/ { code++ }
    END { printf "%-12s %d lines of Rust, %d without documentation\n", "src", all, code }'
