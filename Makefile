# The front door. `make run` shows it, `make test` proves it.
.DEFAULT_GOAL := help
export DOTNET_CLI_TELEMETRY_OPTOUT = 1
export DOTNET_NOLOGO = 1

help: ## what there is
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

run: ## the server with simulated people on http://localhost:5080
	dotnet run --project src/Herald.Server

demo: ## a call and a text, delivered before your eyes
	dotnet run --project src/Herald.Server -- demo

peers: ## installs what the tests talk to (apt, npm); does nothing where it is there
	scripts/install-peers.sh

build:
	dotnet build Herald.slnx -c Release -v quiet

test: peers ## every test, both databases, real peers; ends with one line of counts
	scripts/test.sh

check: ## format and analyzers
	dotnet format Herald.slnx --verify-no-changes --severity warn

bench: peers ## ratios against baselines measured in the same run (see docs/performance.md)
	dotnet run -c Release --project bench/Herald.Bench -- all

soak: peers ## the long simulations and the chaos loops
	HERALD_SOAK=1 scripts/test.sh
	dotnet run -c Release --project tests/Herald.Simulation.Tests -- -explicit only -showLiveOutput

mutate: ## mutation testing of the rules, about an hour (docs/mutation.md)
	dotnet tool restore && cd tests/Herald.Core.Tests && HERALD_MUTATE=1 CsCheck_Iter=30 dotnet stryker -O ../../artifacts/mutation

clean:
	git clean -xdf -e data

.PHONY: help run demo peers build test check bench soak mutate clean
