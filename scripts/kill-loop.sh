#!/usr/bin/env bash
# Kills the generator at random moments, and looks at what it leaves behind.
#
#   scripts/kill-loop.sh [KILLS [SIGNAL]]     200 times SIGKILL; SIGINT and SIGTERM must leave nothing at all
#
# After each kill the crate is the old one or the new one, or the next run completes it and says so. Never does git or cargo
# pick up a temporary file, and none is left after the next run.
set -euo pipefail
cd "$(dirname "$0")/.."
kills=${1:-200} signal=${2:-KILL}
cargo build -q -p generator
generator=$(realpath "${CARGO_TARGET_DIR:-target}/debug/generator")
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT

python3 - "$home" <<'PY'
import json, sys
schema = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"
for version in "ab":
    def item(number):
        secret = f"secret-{version}-{number:03}-0a1b2c3d4e5f"
        body = json.dumps({"password": secret, version: number, "n": {f"{version}{number}": 1}})
        return {"name": f"Request {number}", "request": {"method": "POST", "url": f"https://h.test/{version}/{number}",
                "body": {"mode": "raw", "raw": body, "options": {"raw": {"language": "json"}}}}}
    items = [item(number) for number in range(20)]
    with open(f"{sys.argv[1]}/{version}.json", "w") as file:
        json.dump({"info": {"name": "Zoo", "schema": schema}, "item": items}, file)
PY

cd "$home"
git init -q repo
mkdir repo/crates
run() { "$generator" "$home/$1.json" --name zoo --out "$crate" 2>&1; }
is() { "$generator" "$home/$1.json" --name zoo --out "$crate" --check >/dev/null 2>&1; }
temporary() { find "$home/repo" -name '.postman-generated.??????' -print; }
fail() { echo "kill $kill ($signal after $wait s): $*"; exit 1; }

crate=$home/repo/crates/zoo
time=$( { TIMEFORMAT=%R; time run a >/dev/null; } 2>&1 )
rm -rf "$crate"
old=none new=a
declare -A found=([old]=0 [new]=0 [repaired]=0 [left]=0)
for ((kill = 1; kill <= kills; kill++)); do
    [ $((kill % 10)) = 1 ] && rm -rf "$crate" && old=none
    wait=$(awk -v max="$time" -v seed="$RANDOM$RANDOM" 'BEGIN { srand(seed); printf "%.4f", rand() * max * 1.1 }')
    # `env` becomes the generator; a shell's background job would ignore SIGINT.
    env --default-signal=INT "$generator" "$home/$new.json" --name zoo --out "$crate" >/dev/null 2>&1 & pid=$!
    sleep "$wait"
    kill -s "$signal" $pid 2>/dev/null || true
    wait $pid 2>/dev/null || true

    left=$(temporary)
    if [ -n "$left" ]; then
        found[left]=$((found[left] + 1))
        [ "$signal" = KILL ] || fail "left behind: $left"
        for directory in $left; do
            [ "$(stat -c %a "$directory")" = 700 ] || fail "$directory is open to others"
        done
    fi
    added=$(git -C repo add -An . 2>/dev/null | grep -E "\.postman-generated\.[^']|replay\.secrets" || true)
    [ -z "$added" ] || fail "git adds $added"
    if [ -f "$crate/Cargo.toml" ] && [ $((kill % 20)) = 0 ]; then
        packaged=$(cd "$crate" && cargo package --list --allow-dirty --offline 2>/dev/null | grep -E "^(target|\.postman-generated\.)|secrets" || true)
        [ -z "$packaged" ] || fail "cargo packages $packaged"
    fi

    if { [ $old = none ] && [ ! -e "$crate" ]; } || { [ $old != none ] && is $old; }; then
        state=old
    elif is $new; then
        state=new
    else
        state=repaired
    fi
    # How long a run takes now is how long the next one may take before it is killed.
    start=$EPOCHREALTIME
    said=$(run $new) || fail "the next run fails: $said"
    time=$(awk -v start="$start" -v end="$EPOCHREALTIME" 'BEGIN { printf "%.4f", end - start }')
    [ $state != repaired ] || grep -q interrupted <<<"$said" || fail "the next run does not say that it repairs"
    is $new || fail "the next run does not repair"
    [ -z "$(temporary)" ] || fail "the next run leaves $(temporary)"
    found[$state]=$((found[$state] + 1))
    old=$new
    [ $new = a ] && new=b || new=a
done
echo "$kills times SIG$signal: ${found[old]} old, ${found[new]} new, ${found[repaired]} repaired by the next run; ${found[left]} times temporary files were left until then"
