#!/usr/bin/env bash
# A collection gives the same sources from its v3 directory, and a v1 collection the same as its v2.1 form.
#
#   scripts/v3-parity.sh [--only PATTERN] [--keep] [--fixtures]
#
#   --only PATTERN   just the files whose path contains PATTERN (a regular expression)
#   --keep           keep the directories and crates that were made
#   --fixtures       the project's fixtures instead of the corpus
#
# CORPUS                 a folder of collections (default: ../shared/corpus beside the project)
# GENERATOR              a ready program (default: the debug build)
# ORACLE_NODE_MODULES    a node_modules with postman-cli and postman-collection-transformer
# OUT                    a scratch directory
#
# Postman's own converters make the other form: `postman collection migrate` (v2.1 to v3) and `postman-collection-transformer`
# (v1 to v2.1). For each file it prints `same`, `differs` with the files and the number of different lines, or `refused` when the
# converter does not take it. The exit code is 1 when a file differs that is not in scripts/v3-parity.known.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

only=. keep=false corpus=${CORPUS:-../shared/corpus}
while [ $# -gt 0 ]; do
    case $1 in
        --only) only=$2; shift ;;
        --keep) keep=true ;;
        --fixtures) corpus=tests/fixtures ;;
        *) echo "unknown option $1" >&2; exit 2 ;;
    esac
    shift
done
modules=${ORACLE_NODE_MODULES:-node_modules}
generator=${GENERATOR:-${CARGO_TARGET_DIR:-target}/debug/generator}
out=${OUT:-${TMPDIR:-/tmp}/postman-v3-parity}
known=scripts/v3-parity.known
[ -x "$modules/.bin/postman" ] || { echo "install postman-cli and postman-collection-transformer, and set ORACLE_NODE_MODULES" >&2; exit 2; }
rm -rf "$out" && mkdir -p "$out"

same=0 differing=() refused=()

# generate INPUT DIR: a crate, without what names the input
generate() {
    "$generator" "$1" --out "$2" --name client --config "$out/none.toml" >"$2.log" 2>&1
}

# without_ids DIR: the converters drop the ids of saved responses, which the mock server's data holds
without_ids() {
    find "$1" -name saved_responses.json -exec sed -i '/^        "id": /d' {} +
}

# compare NAME ONE OTHER
compare() {
    local changed lines
    without_ids "$out/$2/src" && without_ids "$out/$3/src"
    changed=$({ diff -rq --exclude=runtime "$out/$2/src" "$out/$3/src" || true; } | wc -l)
    if [ "$changed" = 0 ]; then
        same=$((same + 1))
        echo "same      $1"
    else
        differing+=("$1")
        lines=$({ diff -r --exclude=runtime "$out/$2/src" "$out/$3/src" || true; } | { grep -c '^[<>]' || true; })
        echo "differs   $1: $changed files, $lines lines$(reason "$1")"
    fi
}

# reason NAME: what the converter loses there, as scripts/v3-parity.known says
reason() {
    local why
    why=$(grep -F "$1" "$known" 2>/dev/null | cut -f2) || true
    if [ -n "$why" ]; then echo " (known: $why)"; fi
}

: >"$out/none.toml"
while IFS= read -r file; do
    name=${file#"$corpus"/}
    stem=$(basename "$file" .json)
    stem=${stem%.postman_collection}
    rm -rf "$out/one" "$out/other" "$out/v3" && mkdir -p "$out/v3"
    if grep -q '"requests": *\[' "$file" && ! grep -q '"item": *\[' "$file"; then
        "$modules/.bin/postman-collection-transformer" convert -i "$file" -o "$out/v21.json" -j 1.0.0 -p 2.1.0 >/dev/null 2>&1 ||
            { refused+=("$name"); echo "refused   $name"; continue; }
        other=$out/v21.json
    else
        "$modules/.bin/postman" collection migrate "$file" -o "$out/v3/$stem" >"$out/migrate.log" 2>&1 ||
            { refused+=("$name"); echo "refused   $name: $(tail -1 "$out/migrate.log")"; continue; }
        other=$out/v3/$stem
    fi
    if ! generate "$file" "$out/one" || ! generate "$other" "$out/other"; then
        differing+=("$name")
        echo "failed    $name"
        tail -3 "$out/one.log" "$out/other.log" 2>/dev/null
        continue
    fi
    compare "$name" one other
    if $keep; then
        mkdir -p "$out/kept/$name" && cp -r "$out/one" "$out/other" "$out/kept/$name/"
        if [ -d "$out/v3" ]; then cp -r "$out/v3" "$out/kept/$name/"; fi
    fi
done < <(find "$corpus" -name '*.json' | grep -E "$only" | LC_ALL=C sort)

echo "$same same, ${#differing[@]} different, ${#refused[@]} refused by the converter"
status=0
for name in ${differing[@]+"${differing[@]}"}; do
    grep -qF "$name" "$known" 2>/dev/null || { echo "not known to differ: $name"; status=1; }
done
exit $status
