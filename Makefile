# The two commands that matter: `make demo` and `make test`. Both install what they need.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

SWIFT   ?= swift
CONFIG  := release
SAMPLE  := Output/sample-region

# Debian packages: to build and run; to run tests beyond that; to bench beyond the first.
BUILD_PACKAGES := libgdal-dev libproj-dev libpango1.0-dev libcairo2-dev pkg-config fonts-dejavu-core fonts-wqy-microhei \
                  coinor-cbc
TEST_PACKAGES  := gdal-bin python3-gdal
BENCH_PACKAGES := gdal-bin time

# make build LEVEL=x86-64-v3 compiles for processors of that level, beside the build for all: it does not run on older ones.
LEVELS := x86-64 x86-64-v2 x86-64-v3 x86-64-v4
ifeq ($(origin LEVEL),command line)
ifneq ($(shell uname -m),x86_64)
$(error LEVEL is for x86-64 processors, and this is $(shell uname -m): leave it out)
endif
ifneq ($(words $(LEVEL)) $(words $(filter $(LEVELS),$(LEVEL))),1 1)
$(error LEVEL=$(LEVEL) is no level: write one of $(LEVELS))
endif
ifneq ($(LEVEL),x86-64)
LEVEL_BUILD := .build/levels/$(LEVEL)
LEVEL_FLAGS := --scratch-path $(LEVEL_BUILD) -Xcc -march=$(LEVEL)
endif
endif
MASTHEAD := $(or $(LEVEL_BUILD),.build)/$(CONFIG)/masthead

.PHONY: help demo test levels lint bench docs maps build setup setup-test setup-bench format schema clean

help: ## List the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 20

demo: build ## Install, build, generate the sample region and map it
	$(MASTHEAD) sample $(SAMPLE) --size 60km --seed 7
	@# Exit status 2 means done, with findings: the sample's density misses its target, as it should.
	$(MASTHEAD) run Jobs/examples/quickstart.yaml || [ $$? -eq 2 ]

test: setup-test ## Install, build and run all tests
	$(SWIFT) build -c $(CONFIG) --build-tests
	$(SWIFT) test -c $(CONFIG) --skip-build

levels: setup-test ## Build for each x86-64 level of this machine, and compare the bytes of a run
	@MASTHEAD_LEVELS='$(filter-out x86-64,$(LEVELS))' SWIFT='$(SWIFT)' Tests/levels.sh

lint: ## Check the style of all Swift files
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests
	@! grep -rnE '(try!|as! |fatalError\()' Sources --include='*.swift' || { echo 'lint: forced unwrapping in Sources'; exit 1; }
	@echo 'lint: clean'

bench: setup-bench ## Measure models, radial kernel, one site, a country and memory; ends with a table of what is asked
	$(SWIFT) build -c $(CONFIG) $(LEVEL_FLAGS)
	$(dir $(MASTHEAD))MastheadBench

docs: ## Write the documentation of the model and radio libraries as DocC archives to .build/docs
	@rm -rf .build/docs
	@for module in MastheadPropagation MastheadRadio; do \
	    symbols=$$PWD/.build/docs/symbols/$$module; mkdir -p $$symbols; \
	    $(SWIFT) build --scratch-path .build/docs/build/$$module --target $$module \
	        -Xswiftc -emit-symbol-graph -Xswiftc -emit-symbol-graph-dir -Xswiftc $$symbols; \
	    docc convert Sources/$$module/$$module.docc --additional-symbol-graph-dir $$symbols \
	        --fallback-display-name $$module --fallback-bundle-identifier masthead.$$module \
	        --output-path .build/docs/$$module.doccarchive; \
	    echo "$$module: .build/docs/$$module.doccarchive (docc preview, or any static web server)"; \
	done

# By package name, since the maps belong to the ITU and are not part of Masthead; Geo/local/README.md has the licences.
MAP_PACKAGES := pycraf==2.1.0 itur==0.4.0
MAP_FILES    := 'pycraf/itudata/p.452-16/R-REC-P.452-16-201507/DN50.TXT' \
                'pycraf/itudata/p.452-16/R-REC-P.452-16-201507/N050.TXT' 'itur/data/837/v7_r001.npz'

# Nothing is fetched where the maps are there as their digests say. All are checked before the first one is moved.
maps: ## Fetch the maps of refractivity and rain of the ITU into Geo/local; read Geo/local/README.md first
	@if (cd Geo/local && sha256sum --status -c ../local.sha256 2> /dev/null); then \
	    echo 'Geo/local: the maps are there, and as their digests say'; exit 0; \
	fi; \
	echo 'The maps belong to the ITU: not to be passed on, and those of pycraf not for commercial gain; see Geo/local/README.md'; \
	$(call install,python3-pip unzip); \
	folder=$$(mktemp -d Geo/local/.fetch.XXXXXX); trap 'rm -rf "$$folder"' EXIT; \
	python3 -m pip download --quiet --no-deps --only-binary=:all: --python-version 3.11 --implementation cp \
	    --platform manylinux_2_28_x86_64 --platform any --dest "$$folder" $(MAP_PACKAGES); \
	for wheel in "$$folder"/*.whl; do unzip -q -o -j "$$wheel" $(MAP_FILES) -d "$$folder/maps" 2> /dev/null || [ $$? -eq 11 ]; done; \
	(cd "$$folder/maps" && sha256sum --quiet -c "$(CURDIR)/Geo/local.sha256"); \
	mv "$$folder"/maps/* Geo/local/; \
	echo 'Geo/local: DN50.TXT N050.TXT v7_r001.npz'

build: setup ## Build the masthead command in release mode; LEVEL=x86-64-v3 for newer processors
	$(SWIFT) build -c $(CONFIG) --product masthead $(LEVEL_FLAGS)
	@echo 'built: $(MASTHEAD)'

setup: ## Install the Debian packages that the build and the command need
	@$(call install,$(BUILD_PACKAGES))

setup-test: ## Install the Debian packages that the tests need
	@$(call install,$(BUILD_PACKAGES) $(TEST_PACKAGES))

setup-bench: ## Install the Debian packages that the bench needs
	@$(call install,$(BUILD_PACKAGES) $(BENCH_PACKAGES))

format: ## Format all Swift files in place
	$(SWIFT) format --in-place --recursive Package.swift Sources Tests

schema: build ## Bring Jobs/job.schema.json and the key tables of Jobs/README.md in step with the code
	$(MASTHEAD) schema > Jobs/job.schema.json
	{ sed '/<!-- rule keys: begin -->/q' Jobs/README.md; $(MASTHEAD) schema --rules; sed -n '/<!-- rule keys: end -->/,$$p' Jobs/README.md; } > Jobs/README.md.new
	mv Jobs/README.md.new Jobs/README.md
	{ sed '/<!-- keys: begin -->/q' Jobs/README.md; $(MASTHEAD) schema --table; sed -n '/<!-- keys: end -->/,$$p' Jobs/README.md; } > Jobs/README.md.new
	mv Jobs/README.md.new Jobs/README.md

clean: ## Remove what was built and generated
	rm -rf .build $(SAMPLE)

# Installs the packages that are missing; asks for nothing, and uses sudo only where the user is not root.
define install
missing=$$(for p in $(1); do dpkg-query -W -f='$${Status}' $$p 2>/dev/null | grep -q 'install ok installed' || echo $$p; done); \
if [ -n "$$missing" ]; then \
    echo "installing: "$$missing; \
    as_root=$$([ "$$(id -u)" = 0 ] || echo sudo); \
    $$as_root apt-get update -qq; \
    DEBIAN_FRONTEND=noninteractive $$as_root apt-get install -y -qq --no-install-recommends $$missing > /dev/null; \
fi
endef
