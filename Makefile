# make demo    installs ICU if need be, builds the release, reads an article of Fixtures/
# make test    the same set-up, then every test
# make install puts the release, its man page and its completions under PREFIX (/usr/local)
# make man     writes Documentation/glane.1 anew, from the command's own help
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

# On Linux the Swift libraries are linked into the command, where the toolchain has them to link: it runs where no Swift is
# installed, and starts sooner. By lld, which stays silent about what those libraries call.
ifeq ($(UNAME),Linux)
RUNTIME = $(shell $(SWIFT)c -print-target-info | sed -n 's/.*"runtimeResourcePath": "\(.*\)".*/\1/p')
HAS_STATIC = $(and $(wildcard $(1)_static/linux/static-stdlib-args.lnk),$(wildcard $(1)/../../bin/ld.lld))
RELEASE = $(if $(call HAS_STATIC,$(RUNTIME)),--static-swift-stdlib -Xswiftc -use-ld=lld)
endif

PREFIX ?= /usr/local
SHARE = $(DESTDIR)$(PREFIX)/share
# The day that the man page gives; a fixed one, so that the same help gives the same page.
MAN_DATE = 2026-11-24

.PHONY: all demo test build install install-icu man format lint clean

all: demo

demo: build
	@$(PLAIN) $(ARTICLE) | .build/release/glane extract --reference "$$(head -n 1 $(ARTICLE))"

build: install-icu
	$(SWIFT) build -c release --product glane $(RELEASE)

test: install-icu
	$(SWIFT) test

install: build
	install -d $(DESTDIR)$(PREFIX)/bin $(SHARE)/man/man1 $(SHARE)/bash-completion/completions \
	  $(SHARE)/zsh/site-functions $(SHARE)/fish/vendor_completions.d
	install -m 755 .build/release/glane $(DESTDIR)$(PREFIX)/bin/glane
	install -m 644 Documentation/glane.1 $(SHARE)/man/man1/glane.1
	.build/release/glane --generate-completion-script bash > $(SHARE)/bash-completion/completions/glane
	.build/release/glane --generate-completion-script zsh > $(SHARE)/zsh/site-functions/_glane
	.build/release/glane --generate-completion-script fish > $(SHARE)/fish/vendor_completions.d/glane.fish

man: install-icu
	$(SWIFT) package generate-manual --date $(MAN_DATE)
	cp .build/plugins/GenerateManual/outputs/GlaneCLI/glane.1 Documentation/glane.1

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
