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
# Each collection is generated, `replay --list` names its requests in order, and cargo check, clippy and doc are silent; for
# a few also with no and with all features. A file that is not a collection must be refused with exit code 1 and a message.
# Prints a line for each and a total. The exit code is 0 if everything is fine.
set -euo pipefail
exec python3 -B "$(dirname "${BASH_SOURCE[0]}")/corpus.py" "$@"
