.PHONY: bench bench-check

# One table of the text core beside ICU; GLANE_CORPUS=FILE measures a text of yours.
bench: install-icu
	@mkdir -p .build
	@$(SWIFT) run -c release --package-path Benchmarks glane-bench --json .build/bench.json

# The same, failing below the checked-in ratios.
bench-check: install-icu
	@mkdir -p .build
	@$(SWIFT) run -c release --package-path Benchmarks glane-bench --json .build/bench.json --check Benchmarks/thresholds.tsv

.PHONY: fuzz fuzz-build

FUZZ_SECONDS ?= 60

fuzz-build: install-icu
	@GLANE_FUZZ=1 $(SWIFT) build -c release --scratch-path .build-fuzz --product glane-fuzz \
	  -Xswiftc -sanitize=fuzzer,address -Xswiftc -use-ld=lld

# libFuzzer over the text core, with the address sanitizer, from pieces of the fixtures and a dictionary of every class of
# character; inputs that fail stay in .build-fuzz.
fuzz: fuzz-build
	@mkdir -p .build-fuzz/corpus
	@for article in Fixtures/articles/*.txt; do \
	  split -b 400 "$$article" ".build-fuzz/corpus/$$(basename "$$article" .txt)-"; done
	cd .build-fuzz && SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=symbolize=0 timeout -k 10 $$(($(FUZZ_SECONDS) + 60)) \
	  release/glane-fuzz -max_total_time=$(FUZZ_SECONDS) -max_len=600 -timeout=10 -dict=../Fuzz/dictionary.txt corpus
