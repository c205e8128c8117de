#!/usr/bin/env bash
# Every collection of a corpus becomes a crate that compiles without a warning.
#
#   scripts/corpus.sh [--oracle] [--tests] [--only PATTERN] [--out DIR]
#
#   --only PATTERN   just the collections whose path contains PATTERN (a regular expression)
#   --tests          run the emitted tests and doc tests as well
#   --oracle         then compare with Postman's runtime (scripts/oracle.sh)
#   --out DIR        the scratch workspace (default: postman-corpus in the folder for temporary files)
#
# CORPUS      a folder of collections (default: ../shared/corpus beside the project)
# GENERATOR   a ready program instead of the project's own release build
#
# For each collection: it is generated, `replay --list` names its requests in order, and cargo check, clippy and doc are
# silent; for a few also without and with all features. What is no v2 collection must be refused with exit code 1 and a
# message. Prints a line for each and a total; the exit code is 0 when all is well.
set -euo pipefail
exec python3 -B "$(dirname "${BASH_SOURCE[0]}")/corpus.py" "$@"
