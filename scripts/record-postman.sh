#!/usr/bin/env bash
# Records anew what Postman's runtime sends for the project's own collections: tests/golden/<collection>.jsonl.
#
#   scripts/record-postman.sh [COLLECTION…]      default: zoom and features
#
# To be run when one of these collections, its environment or its files change; then look at `git diff tests/golden`.
# Needs node 18 or later. newman 6.2.2 is taken from NEWMAN_NODE_MODULES (a node_modules folder), or installed into a
# folder for temporary files. All traffic stays on the loopback interface.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=scripts/newman.sh
. scripts/newman.sh

collection_file() {
    case $1 in
        zoom) echo collections/zoom.postman_collection.json ;;
        *) echo "tests/collections/$1.postman_collection.json" ;;
    esac
}

modules=$(newman_modules)
mkdir -p tests/golden
[ $# -gt 0 ] || set -- zoom features
for name in "$@"; do
    environment=tests/collections/$name.postman_environment.json
    [ -f "$environment" ] || environment=-
    node scripts/record-postman.mjs "$modules" "$(collection_file "$name")" "$environment" "tests/golden/$name.jsonl"
done
