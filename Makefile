# Every verb of the project. `make help` lists them; each sets up what is missing first.
SHELL := /bin/bash
PREFIX ?= /usr/local
DESTDIR ?=

# The Swift library is linked in, so that the binary starts quickly and runs on machines without Swift.
BUILD := swift build -c release --static-swift-stdlib
# Numerics are tested optimized (debug Swift is 50 times slower on loops); a folder of its own, so that
# a test run does not undo the build of the program.
TEST := swift test -c release -Xswiftc -enable-testing --scratch-path .build-tests
BINARY = $(shell $(BUILD) --show-bin-path)/duel

.DEFAULT_GOAL := help
.PHONY: help setup build lesson repl test script-tests format lint bench fuzz install uninstall clean

help: ## list the verbs
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## install the Debian packages that are missing
	@scripts/setup

build: setup ## build the program
	@$(BUILD) --product duel

lesson: build ## open the first lesson (LESSON=5 opens another)
	@$(BINARY) lesson $(or $(LESSON),1)

repl: build ## open the notebook
	@$(BINARY)

test: setup ## run every test
	@$(TEST)

format: ## lay the sources out
	@swift format --in-place --recursive --parallel Package.swift Sources Tests Benchmarks Fuzzing

lint: ## check layout, documentation and shell scripts
	@swift format lint --strict --recursive --parallel Package.swift Sources Tests Benchmarks Fuzzing
	@bash -n scripts/setup .ci/run
	@bash -n Fuzzing/run
	@bash -n Tests/Emulation/run

bench: setup ## measure the engine and the language (peers too where they are installed)
	@swift run -c release --package-path Benchmarks

fuzz: setup ## make scripts that might crash the interpreter, a million of them
	@Fuzzing/run

install: build ## install the program with its lessons and data into PREFIX
	@scripts/install "$(BINARY)" "$(DESTDIR)$(PREFIX)"

uninstall: ## remove what `make install` put into PREFIX
	@rm -f "$(DESTDIR)$(PREFIX)/bin/duel" && rm -rf "$(DESTDIR)$(PREFIX)/share/duel"

clean: ## remove what was built
	@rm -rf .build .build-tests Benchmarks/.build Fuzzing/.build
