#!/bin/sh
# The main job on the bundled sample. The sample is full of faults, so that `jixiao audit` ends with 1: that is right.
set -eu
cd "$(dirname "$0")/.."
report=examples/junshan-2023/report.docx
mkdir -p out

audit() {
    status=0
    .venv/bin/jixiao audit "$report" "$@" || status=$?
    [ "$status" = 1 ] || { echo "demo: jixiao audit ended with $status instead of 1" >&2; exit 1; }
}

audit
audit --format html >out/audit.html
audit --format json >out/audit.json
audit --annotate out/annotated.docx >/dev/null
cat <<'END'

The findings above are the sample's own faults; they are why `jixiao audit` ended with 1. The same as files:
  out/audit.html       one offline page; a click on a figure shows its source
  out/annotated.docx   the report with the findings as Word comments
  out/audit.json       for programs
END
