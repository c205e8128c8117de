#!/usr/bin/env bash
# Checks that emitted clients compile for a browser (wasm32-unknown-unknown).
#
#   scripts/wasm.sh [CRATE...]
#
# CRATE       the folder of an emitted crate (default: generated-client and tests/features-client). Each is checked with its default
#             features, without any, and with all that WebAssembly can have.
# OUT         where they are compiled (default: postman-wasm in the folder for temporary files)
#
# Where the target is not installed, the compiler that Debian keeps for browsers is unpacked into OUT, and the standard library is
# made from its sources. It is older than the one the crates ask for, so it is told to take what it knows as unstable. Where that is
# not to be had either, nothing is checked, and the script says so.
set -euo pipefail

case ${1:-} in
    -*)
        sed -n '2,/^set -/{s/^# \{0,1\}//;/^set -/d;p}' "${BASH_SOURCE[0]}"
        exit 2
        ;;
esac
cd "$(dirname "${BASH_SOURCE[0]}")/.."
target=wasm32-unknown-unknown
# left out: what needs threads and sockets
left_out='"(blocking|mock-server|default)"'
out=${OUT:-${TMPDIR:-/tmp}/postman-wasm}
mkdir -p "$out"
export CARGO_TARGET_DIR=$out/target CARGO_INCREMENTAL=0 CARGO_TERM_COLOR=never
build_std=() rust_version=1.88

# Debian's compiler and the sources of its standard library, without installing them.
unpack() {
    local packages=(rustc-web libstd-rust-web-1.85 libstd-rust-web-dev cargo-web rust-web-src libllvm19 libpcre3 libhttp-parser2.9)
    if [ ! -x "$out/root/usr/bin/cargo" ]; then
        mkdir -p "$out/packages" "$out/root.new"
        (cd "$out/packages" && apt-get download -qq "${packages[@]}") || return 1
        local package
        for package in "$out"/packages/*.deb; do dpkg -x "$package" "$out/root.new" || return 1; done
        rm -rf "$out/packages" "$out/root"
        mv "$out/root.new" "$out/root"
    fi
    # Edition 2024 is what emitted crates are of; most of the crates they depend on are older.
    cat >"$out/rustc.sh" <<'END'
#!/usr/bin/env bash
rustc=$1
shift
case " $* " in
    *" --edition=2024 "*) exec "$rustc" "$@" '-Zcrate-attr=feature(let_chains)' ;;
    *) exec "$rustc" "$@" ;;
esac
END
    chmod +x "$out/rustc.sh"
    export LD_LIBRARY_PATH=$out/root/usr/lib/x86_64-linux-gnu:$out/root/lib/x86_64-linux-gnu
    export PATH=$out/root/usr/bin:$PATH RUSTC_BOOTSTRAP=1 RUSTC_WRAPPER=$out/rustc.sh
    build_std=(-Zbuild-std=std,panic_abort) rust_version=1.85
    cargo --version
}

if [ ! -d "$(rustc --print target-libdir --target "$target" 2>/dev/null)" ]; then
    command -v apt-get >/dev/null && unpack || { echo "skipped: the target $target is not installed"; exit 0; }
fi

# check CRATE: a copy, so that neither a workspace around the crate nor its folder changes anything
check() {
    local crate=$1 copy features
    copy=$out/$(basename "$crate")
    rm -rf "$copy"
    cp -R "$crate" "$copy"
    sed -i "s/^rust-version = .*/rust-version = \"$rust_version\"/" "$copy/Cargo.toml"
    grep -q '^\[workspace\]' "$copy/Cargo.toml" || printf '\n[workspace]\n' >>"$copy/Cargo.toml"
    features=$(sed -n '/^\[features\]/,/^\[dep/s/^\([a-z0-9-]*\) = .*/"\1"/p' "$copy/Cargo.toml" | grep -vE "$left_out" | tr -d '"' | paste -sd,)
    for choice in '' --no-default-features "--no-default-features --features $features"; do
        echo "== $crate $choice"
        # shellcheck disable=SC2086
        (cd "$copy" && RUSTFLAGS='-D warnings' cargo check --quiet --lib --target "$target" "${build_std[@]}" $choice)
    done
}

[ $# -gt 0 ] || set -- generated-client tests/features-client
for crate in "$@"; do check "$crate"; done
echo "ok: $*"
