#!/usr/bin/env bash
# The first example of every crate runs as it stands: it is taken from the crate's README and sent to the crate's mock server.
#
#   scripts/first-calls.sh [--only PATTERN] [--out DIR]
#
#   --only PATTERN   just the collections whose path contains PATTERN (a regular expression)
#   --out DIR        the scratch workspace (default: postman-first-calls in the folder for temporary files)
#
# CORPUS and GENERATOR as for scripts/corpus.sh. A crate without saved responses has no mock server: its example has to compile.
set -euo pipefail
exec python3 -B "$(dirname "${BASH_SOURCE[0]}")/first_calls.py" "$@"
