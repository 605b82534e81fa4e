#!/bin/sh
# Writes locks/: exact versions with hashes and without any index address. LOCK_FLAGS=--upgrade takes newer versions.
set -eu
cd "$(dirname "$0")/.."
tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
.venv/bin/python -m venv "$tools"
"$tools/bin/pip" --quiet --disable-pip-version-check install uv

lock() {
    name=$1
    shift
    # setuptools builds jixiao itself, without a build environment of its own.
    # Extras stay in the names: pip takes a newer coverage for coverage[toml] where only coverage is pinned.
    echo "setuptools>=77" | "$tools/bin/uv" pip compile --quiet --universal --python-version 3.11 --no-config \
        --generate-hashes --no-strip-extras --no-annotate --no-header --no-emit-index-url ${LOCK_FLAGS:-} \
        --output-file "locks/$name.txt" "$@" pyproject.toml - >/dev/null
}

mkdir -p locks
lock base
lock dev --constraint locks/base.txt --extra bundles --extra parquet --extra records --extra scan --extra spark --extra dev
