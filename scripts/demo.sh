#!/bin/sh
# The two main jobs on the bundled sample: audit a report, and write one that cannot contradict itself.
# The sample is full of faults, so that `jixiao audit` ends with 1: that is right.
set -eu
cd "$(dirname "$0")/.."
report=examples/junshan-2023/report.docx
data=examples/junshan-2023/filing.yaml
mkdir -p out

audit() {
    status=0
    .venv/bin/jixiao audit "$@" || status=$?
    [ "$status" = 1 ] || { echo "demo: jixiao audit ended with $status instead of 1" >&2; exit 1; }
}

audit "$report"
audit "$report" --format html >out/audit.html
audit "$report" --format json >out/audit.json
audit "$report" --annotate out/annotated.docx >/dev/null
cat <<'END'

The findings above are the sample's own faults; they are why `jixiao audit` ended with 1. The same as files:
  out/audit.html       one offline page; a click on a figure shows its source
  out/annotated.docx   the report with the findings as Word comments
  out/audit.json       for programs

Now the same report, its figures corrected and entered once (examples/junshan-2023/filing.yaml), written as a package:
END
.venv/bin/jixiao write "$data" -o out/package
.venv/bin/jixiao audit out/package/报送版/自评报告.docx >/dev/null ||
    { echo "demo: the written report has errors" >&2; exit 1; }
cat <<'END'

The written report audits without an error. 报送版 is for the bureau and keeps names and numbers; 公开版 is for publication.
END
