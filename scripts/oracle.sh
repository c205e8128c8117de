#!/usr/bin/env bash
# Compares what generated clients send and decode with Postman's runtime, for every collection of a corpus and for a
# collection of corner cases.
#
#   scripts/oracle.sh [--only PATTERN] [--out DIR] [--no-cases] [COLLECTION…]
#
# COLLECTION…   these files instead of the corpus and the corner cases
#
# CORPUS      a folder of collections (default: ../shared/corpus beside the project)
# ORACLE      the folder of the comparing programs (default: ../shared/oracle beside the project)
# GENERATOR   a ready program instead of the project's own release build
# NEWMAN_NODE_MODULES   a node_modules folder with newman 6.2.2; else it is installed into a folder for temporary files
#
# Recordings of Postman are kept in DIR and used again. Prints the comparison's own line for each collection, the requests
# and responses that differ, and totals; the exit code is 0 when nothing differs.
set -euo pipefail
# shellcheck source=scripts/newman.sh
. "$(dirname "${BASH_SOURCE[0]}")/newman.sh"
ORACLE_NODE_MODULES=$(newman_modules)
export ORACLE_NODE_MODULES
exec python3 -B "$(dirname "${BASH_SOURCE[0]}")/oracle.py" "$@"
