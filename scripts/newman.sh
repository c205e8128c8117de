# To be sourced. `newman_modules` prints a node_modules folder that holds Postman's runtime, and installs it when needed.
newman_modules() {
    local given=${NEWMAN_NODE_MODULES:-${ORACLE_NODE_MODULES:-}} own=${TMPDIR:-/tmp}/postman-newman
    if [ -n "$given" ]; then
        [ -d "$given/newman" ] || { echo "no newman in $given" >&2; return 1; }
        echo "$given"
        return
    fi
    if [ ! -d "$own/node_modules/newman" ]; then
        mkdir -p "$own"
        (cd "$own" && npm install --no-audit --no-fund --silent newman@6.2.2 >&2)
    fi
    echo "$own/node_modules"
}
