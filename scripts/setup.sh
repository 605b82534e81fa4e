#!/bin/sh
# Makes .venv ready, from nothing, without questions: scripts/setup.sh base|dev
# base: what jixiao needs to run. dev: what its tests need as well. Called by make, which knows when it is needed.
set -eu
cd "$(dirname "$0")/.."
set_name=$1

say() { printf '%s\n' "$*" >&2; }

good() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

find_python() {
    for name in ${PYTHON:-} python3 python3.11 python3.12 python3.13; do
        if good "$name"; then
            command -v "$name"
            return
        fi
    done
}

install_debian() {
    if ! command -v apt-get >/dev/null; then
        say "setup: this machine has no apt-get; please install $* (Python 3.11 or later with venv) and run make again."
        exit 1
    elif [ "$(id -u)" = 0 ]; then
        run=""
    elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
        run="sudo"
    else
        say "setup: please run 'sudo apt-get install $*' and then make again."
        exit 1
    fi
    say "setup: installing $* with apt-get"
    $run env DEBIAN_FRONTEND=noninteractive apt-get -qq update >/dev/null
    $run env DEBIAN_FRONTEND=noninteractive apt-get -qq install --no-install-recommends -y "$@" >/dev/null </dev/null
}

if ! .venv/bin/python -c 'import pip' 2>/dev/null; then
    python=$(find_python)
    if [ -z "$python" ]; then
        install_debian python3 python3-venv
        python=$(find_python)
        [ -n "$python" ] || { say "setup: no Python 3.11 or later was found; set PYTHON=/path/to/python3."; exit 1; }
    fi
    "$python" -c 'import venv, ensurepip' 2>/dev/null || install_debian python3-venv
    say "setup: making .venv with $("$python" --version)"
    rm -rf .venv
    "$python" -m venv .venv
fi

say "setup: installing the $set_name packages of locks/$set_name.txt (once)"
pip() { .venv/bin/python -m pip -qq --disable-pip-version-check --no-input "$@"; }
pip install --require-hashes -r "locks/$set_name.txt"
pip install --no-deps --no-build-isolation --editable .
