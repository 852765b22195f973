SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

TOOL := go tool -modfile=tools/go.mod
MODULES := $(patsubst %/,%,$(dir $(wildcard ./go.mod */go.mod tools/deploy/go.mod)))
FUZZTIME ?= 20s
BENCH ?= .
COUNT ?= 6

.PHONY: help
help: ## Show this list.
	@grep -hE '^[a-z-]+:.*## ' Makefile | awk -F ':.*## ' '{printf "  %-16s %s\n", $$1, $$2}'

.PHONY: proto-deps
proto-deps: ## Print the imported .proto files anew from the Go modules that carry them: see tools/protodeps.
	go -C tools run ./protodeps -out ../proto-deps

.PHONY: generate
generate: ## Regenerate gen/, the description of the REST API and, where there is Python, the Python package's v1 from proto/.
	$(TOOL) buf generate
	! command -v python3 > /dev/null || .ci/python-venv -r requirements-stubs.txt tools/stubs.py src

.PHONY: generate-check
generate-check: ## Fail if gen/ or proto-deps/ is not what their sources give.
	@fresh=$$(mktemp -d); trap 'rm -rf "$$fresh"' EXIT; \
	$(TOOL) buf generate -o "$$fresh"; \
	diff -r internal/openapi/contract "$$fresh/internal/openapi/contract" || { echo 'internal/openapi is out of date: run make generate' >&2; exit 1; }; \
	diff -r gen "$$fresh/gen" || { echo 'gen/ is out of date: run make generate' >&2; exit 1; }; \
	go -C tools run ./protodeps -out "$$fresh/proto-deps"; \
	diff -r proto-deps "$$fresh/proto-deps" || { echo 'proto-deps/ is out of date: run make proto-deps' >&2; exit 1; }; \
	if command -v python3 > /dev/null; then mkdir "$$fresh/python"; .ci/python-venv -r requirements-stubs.txt tools/stubs.py "$$fresh/python"; \
		diff -r -x __pycache__ -x __init__.py client/python/src/copydesk/v1 "$$fresh/python/copydesk/v1" || \
		{ echo 'client/python/src/copydesk/v1 is out of date: run make generate' >&2; exit 1; }; fi

.PHONY: clients
clients: ## Generate clients for TypeScript and Java, and try each against a server (ARGS: one of them).
	.ci/clients $(ARGS)

.PHONY: python
python: ## Check the Python client: types, and tests with a real server, Spark and datatrove (ARGS go to pytest).
	.ci/python $(ARGS)

.PHONY: proto-lint
proto-lint: ## Check the API's style, its format and that nothing breaks the baseline.
	$(TOOL) buf lint proto
	$(TOOL) buf format --diff --exit-code proto
	$(TOOL) buf breaking proto --against proto/baseline.binpb

.PHONY: proto-baseline
proto-baseline: ## Make today's API the one that later changes must not break.
	$(TOOL) buf build proto --exclude-source-info -o proto/baseline.binpb

.PHONY: fmt
fmt: ## Format Go and proto sources.
	gofmt -w -s .
	$(TOOL) buf format -w proto

.PHONY: lint
lint: ## Run golangci-lint, which includes go vet, on the root module; vet the others.
	for module in $(filter-out .,$(MODULES)); do go -C "$$module" vet ./...; done
	$(TOOL) golangci-lint run ./...

.PHONY: vuln
vuln: ## Look for known vulnerabilities in what the root module calls.
	@.ci/vuln

.PHONY: test
test: ## Run the root module's tests under the race detector; what things cost is measured without it.
	go test -race ./...
	go test ./internal/files ./internal/growth ./internal/score ./internal/extract ./internal/clean/html/...

.PHONY: test-cost
test-cost: ## Print the CPU seconds that the tests of each package take under the race detector.
	@for package in $$(go list -f '{{if or .TestGoFiles .XTestGoFiles}}{{.ImportPath}}{{end}}' ./...); do \
		go test -race -c -o bin/cost.test "$$package"; \
		(cd "$$(go list -f '{{.Dir}}' "$$package")" && TIMEFORMAT="%U %S $$package"; \
			time "$(CURDIR)/bin/cost.test" > "$(CURDIR)/bin/cost.out" 2>&1) 2>&1; \
	done | awk '{ printf "%7.1f s  %s\n", $$1 + $$2, $$3; all += $$1 + $$2 } END { printf "%7.1f s  all\n", all }' | sort -rn

.PHONY: bench
bench: ## Run benchmarks COUNT times (BENCH=regexp) and summarise them; figures stay in bench.txt.
	go test -run '^$$' -bench '$(BENCH)' -benchmem -count $(COUNT) ./... > bench.txt
	$(TOOL) benchstat bench.txt

.PHONY: fuzz
fuzz: ## Run each fuzz target for FUZZTIME.
	@grep -rHoE --include='*_test.go' '^func Fuzz[A-Za-z0-9_]+' . | sed 's/:func / /' | sort | \
	while read -r file target; do \
		echo "$$target in $$(dirname "$$file")"; \
		go -C "$$(dirname "$$file")" test -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZTIME) . < /dev/null; \
	done

.PHONY: nightly
nightly: ## What takes longer than a change should wait for: about three hours.
	go test ./internal/growth -long -timeout 2h
	$(MAKE) fuzz FUZZTIME=1m
	for module in eval train tools/deploy; do go -C "$$module" test -race ./...; done
	TEST_LONG=1 .ci/python
	$(MAKE) eval ARGS="-long"

.PHONY: eval
eval: ## Measure Copydesk against its peers and its recorded figures (ARGS are passed on).
	go -C eval run . $(ARGS)

.PHONY: eval-peers
eval-peers: ## Install the peers that make eval compares with, into eval/.peers.
	python3 -m venv eval/.peers
	eval/.peers/bin/pip install --quiet --disable-pip-version-check -r eval/peers/requirements.txt
	eval/.peers/bin/pip install --quiet --disable-pip-version-check --no-deps -r eval/peers/requirements-nodeps.txt
	if command -v cargo > /dev/null; then cargo install --quiet --path eval/peers/rs-trafilatura --root eval/.peers --target-dir eval/.peers/target; \
		else echo 'there is no cargo: rs-trafilatura is left out' >&2; fi

.PHONY: train
train: ## Make the embedded name lists and models again from ../shared/data: the same bytes.
	go run train/gazetteers/main.go
	go -C train run ./html
	go -C train run ./reflow
	go -C train run ./charset
	go -C train run ./others
	go -C train run ./entities
	go -C train run ./speakers

# With the toolchain of go.mod, because another one makes other bytes. The version is that of the module unless given.
TOOLCHAIN := $(shell sed -n 's/^toolchain //p' go.mod)
VERSION ?=
PACKAGE ?= ./server
OUT ?= bin/copydesk-server
ARCH ?= amd64
BUILD := -trimpath -buildvcs=false -ldflags '-s -w -buildid= -X github.com/copydesk/copydesk/internal/service.version=$(VERSION)'

.PHONY: binary
binary: ## Build a static server for GOOS and GOARCH at OUT, with VERSION; the same bytes wherever it is built.
	CGO_ENABLED=0 go build $(BUILD) -o '$(OUT)' $(PACKAGE)

.PHONY: release
release: ## Build server and command for five platforms into dist/ (VERSION=v1.2.3).
	GOTOOLCHAIN=$(TOOLCHAIN) .ci/release '$(VERSION)'

DIST ?= dist
PLATFORMS ?= linux/amd64 linux/arm64 darwin/amd64 darwin/arm64

.PHONY: wheels
wheels: ## Build the Python client with the server inside for PLATFORMS into dist/ (VERSION=v1.2.3).
	DIST='$(DIST)' GOTOOLCHAIN=$(TOOLCHAIN) .ci/wheels '$(VERSION)' $(PLATFORMS)

.PHONY: image
image: ## Build the image of deploy/Dockerfile without an engine into dist/ (VERSION=v1.2.3, ARCH=arm64); docker load reads it.
	@mkdir -p dist; work=$$(mktemp -d); trap 'rm -rf "$$work"' EXIT; \
	GOTOOLCHAIN=$(TOOLCHAIN) $(MAKE) --silent binary GOOS=linux GOARCH=$(ARCH) OUT="$$work/server"; \
	go -C tools/deploy run ./image -root ../.. -server "$$work/server" -arch $(ARCH) -tag copydesk:$(or $(VERSION),latest) \
		-out "$(CURDIR)/dist/copydesk_$(or $(VERSION),latest)_linux_$(ARCH)_image.tar"

.PHONY: install
install: ## Install copydesk and copydesk-server where go install puts programs.
	CGO_ENABLED=0 go install $(BUILD) ./client/copydesk
	CGO_ENABLED=0 go build $(BUILD) -o "$$(go list -f '{{.Target}}' ./client/copydesk)-server" ./server

.PHONY: run
run: ## Start the server (ARGS are passed on).
	go run ./server $(ARGS)

.PHONY: clean
clean: ## Remove what these targets leave behind; gen/ stays.
	rm -rf bin dist bench.txt
