.PHONY: bench bench-check

# One table of the text core beside ICU; GLANE_CORPUS=FILE measures a text of yours.
bench: install-icu
	@mkdir -p .build
	@$(SWIFT) run -c release --package-path Benchmarks glane-bench --json .build/bench.json

# The same, failing below the checked-in ratios.
bench-check: install-icu
	@mkdir -p .build
	@$(SWIFT) run -c release --package-path Benchmarks glane-bench --json .build/bench.json --check Benchmarks/thresholds.tsv
