#!/bin/sh
# Installs what the SMSC of the SMPP tests needs; a second run is cheap.
set -e
cd "$(dirname "$0")"
[ node_modules/.package-lock.json -nt package-lock.json ] || npm ci --no-audit --no-fund
