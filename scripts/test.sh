#!/usr/bin/env bash
# Builds once, runs every test project one after the other (the timing of one must not be the load of another) and ends
# with one line: N passed, N failed, N skipped.
set -uo pipefail
cd "$(dirname "$0")/.."
configuration=${CONFIGURATION:-Release}
log=$(mktemp)
trap 'rm -f "$log"' EXIT

dotnet build Herald.slnx -c "$configuration" -v quiet --nologo || { echo "0 passed, 1 failed"; exit 1; }
dotnet test --solution Herald.slnx -c "$configuration" --no-build --max-parallel-test-modules 1 "$@" 2>&1 | tee "$log"
code=${PIPESTATUS[0]}

count() { awk -v word="$1:" '$1 == word { last = $2 } END { print last + 0 }' "$log"; }
passed=$(count succeeded) failed=$(count failed) skipped=$(count skipped)
if [ "$code" -ne 0 ] && [ "$failed" -eq 0 ]; then failed=1; fi
if [ "$passed" -eq 0 ]; then code=1; fi
echo "$passed passed, $failed failed, $skipped skipped"
[ "$code" -eq 0 ] && [ "$failed" -eq 0 ]
