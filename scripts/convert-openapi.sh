#!/usr/bin/env bash
# Converts the OpenAPI documents of the tests into collections again.
#
#   scripts/convert-openapi.sh
#
# CONVERTER_NODE_MODULES   a node_modules folder with openapi-to-postmanv2; else it is installed into a folder for temporary files
set -euo pipefail
here=$(dirname "${BASH_SOURCE[0]}")
own=${TMPDIR:-/tmp}/openapi-to-postman
if [ -z "${CONVERTER_NODE_MODULES:-}" ]; then
    mkdir -p "$own"
    [ -d "$own/node_modules/openapi-to-postmanv2" ] || (cd "$own" && npm install --no-audit --no-fund --silent openapi-to-postmanv2@6.3.3 >&2)
    CONVERTER_NODE_MODULES=$own/node_modules
fi
export CONVERTER_NODE_MODULES
for document in "$here"/../tests/openapi/*.openapi.json; do
    node "$here/convert-openapi.mjs" "$document" "$here/../tests/openapi"
done
