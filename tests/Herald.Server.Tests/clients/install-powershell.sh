#!/bin/sh
# Installs PowerShell beside this file as the .NET tool it is also published as; does nothing when it is there already.
set -e
cd "$(dirname "$0")"
[ -x pwsh/pwsh ] && exit 0
dotnet tool install PowerShell --tool-path pwsh --version 7.6.9
