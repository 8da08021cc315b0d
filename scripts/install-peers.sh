#!/usr/bin/env bash
# Installs the real peers of the tests: Debian packages named in tests/*/peers/packages.txt, and the npm clients and
# carriers of tests/*/{peers,clients} and bench/*/clients. A second run does nothing.
set -euo pipefail
cd "$(dirname "$0")/.."
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

wanted="postgresql curl openssl"
command -v node >/dev/null || wanted="$wanted nodejs"
command -v npm >/dev/null || wanted="$wanted npm"
for list in tests/*/peers/packages.txt; do
  [ -f "$list" ] && wanted="$wanted $(grep -vE '^(#|$)' "$list" | tr '\n' ' ')"
done
missing=""
for package in $wanted; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
done
if [ -n "$missing" ]; then
  echo "installing:$missing"
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
fi

sh tests/Herald.Server.Tests/clients/install-powershell.sh >/dev/null

for manifest in tests/*/peers/package.json tests/*/clients/package.json bench/*/clients/package.json; do
  [ -f "$manifest" ] || continue
  folder=$(dirname "$manifest")
  if [ ! -f "$folder/node_modules/.package-lock.json" ] || [ "$manifest" -nt "$folder/node_modules/.package-lock.json" ]; then
    echo "npm: $folder"
    (cd "$folder" && npm install --no-audit --no-fund --loglevel=error)
  fi
done
