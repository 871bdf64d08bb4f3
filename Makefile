# make demo    installs ICU if need be, builds the release, reads an article of Fixtures/
# make test    the same set-up, then every test
# make format  formats the sources; make lint checks them

SWIFT ?= swift
ARTICLE ?= Fixtures/articles/paris.txt
# A fixture's first line is its date; its marks, {PER:p1|…}, are taken off from the inside out.
PLAIN = sed -E -e 1d -e ':a' -e 's/\{[A-Z]+(:[^|{}]*)?\|([^{}]*)\}/\2/' -e 'ta'
SOURCES = Package.swift Sources Tests $(wildcard Benchmarks/Package.swift Benchmarks/Sources Benchmarks/Benchmarks)

UNAME := $(shell uname -s)
ifeq ($(UNAME),Darwin)
# Homebrew keeps ICU out of the default search path, because macOS has one of its own without headers.
export PKG_CONFIG_PATH := $(shell brew --prefix icu4c 2>/dev/null)/lib/pkgconfig:$(PKG_CONFIG_PATH)
endif

.PHONY: all demo test build install-icu format lint clean

all: demo

demo: build
	@$(PLAIN) $(ARTICLE) | .build/release/glane extract --reference "$$(head -n 1 $(ARTICLE))"

build: install-icu
	$(SWIFT) build -c release --product glane

test: install-icu
	$(SWIFT) test

# ICU and pkg-config, which SwiftPM asks for its flags. Does nothing where both are there.
install-icu:
	@if pkg-config --exists icu-i18n 2>/dev/null; then exit 0; fi; \
	if [ "$(UNAME)" = Darwin ]; then \
	  if command -v brew >/dev/null; then \
	    brew install icu4c pkgconf || exit 1; \
	    PKG_CONFIG_PATH="$$(brew --prefix icu4c)/lib/pkgconfig:$$PKG_CONFIG_PATH" pkg-config --exists icu-i18n && exit 0; \
	  fi; \
	elif command -v apt-get >/dev/null; then \
	  if [ "$$(id -u)" = 0 ]; then sudo=; else sudo=sudo; fi; \
	  if [ -n "$$sudo" ] && ! command -v sudo >/dev/null; then \
	    echo "make: ICU is missing. As root: apt-get install libicu-dev pkg-config" >&2; exit 1; \
	  fi; \
	  install="$$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y libicu-dev pkg-config"; \
	  $$install >/dev/null 2>&1 || { $$sudo apt-get update && $$install; } || exit 1; \
	  pkg-config --exists icu-i18n && exit 0; \
	fi; \
	echo "make: ICU is missing: install its headers and pkg-config (Debian, Ubuntu: libicu-dev pkg-config;" \
	  "Homebrew: icu4c pkgconf; Fedora: libicu-devel pkgconf), then run make again." >&2; exit 1

format:
	$(SWIFT) format --in-place --recursive $(SOURCES)

lint:
	$(SWIFT) format lint --strict --recursive $(SOURCES)

clean:
	rm -rf .build Benchmarks/.build

# make bench, make bench-check
-include Benchmarks/bench.mk
