#!/bin/sh
# Installs the Node clients beside this file; does nothing when they are there already.
set -e
cd "$(dirname "$0")"
[ -d node_modules/@azure/msal-node ] && [ -d node_modules/dynamics-web-api ] && [ -d node_modules/twilio ] && [ -d node_modules/@odata2ts/odata2ts ] && exit 0
npm ci --no-audit --no-fund --loglevel=error
