#!/usr/bin/env bash
# Prints how good the inferred types of each collection of a corpus are: the share of saved JSON that is reached through any
# JSON, and whether types made of all saved successes but one decode the one left out.
#
#   scripts/types-report.sh [COLLECTION…]
#
# CORPUS   a folder of collections (default: ../shared/corpus beside the project)
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
corpus=${CORPUS:-$top/../shared/corpus}
if [ $# -eq 0 ]; then
    mapfile -t files < <(find "$corpus" -name '*.json' | sort)
    set -- "${files[@]}"
fi
exec cargo run --quiet --manifest-path "$top/Cargo.toml" -p generator --example types_report -- "$@"
