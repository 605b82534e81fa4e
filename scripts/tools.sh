#!/bin/sh
# What some tests need beside Python and are skipped without: Java (Spark), LibreOffice (a second reading of .doc, .xls and
# of what we write). For .ci/run; never fails, says what is still missing.
set -u
missing=""
command -v java >/dev/null || missing="$missing default-jre-headless"
command -v soffice >/dev/null || missing="$missing libreoffice-writer-nogui libreoffice-calc-nogui"
[ -z "$missing" ] && exit 0
if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    export DEBIAN_FRONTEND=noninteractive
    # shellcheck disable=SC2086 # a list of packages
    { apt-get -qq update && apt-get -qq install --no-install-recommends -y $missing; } >/dev/null 2>&1 </dev/null
fi
command -v java >/dev/null && command -v soffice >/dev/null ||
    echo "tools: without$missing the tests that need it are skipped and say so" >&2
exit 0
