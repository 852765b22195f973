#!/bin/sh
# kenlm.sh PEERS < tokens: prints the perplexity of KenLM's model of trigrams. PEERS/bin must have lmplz and query, built from the source
# of the Python package kenlm (cmake; needs Boost): make lmplz query. The model is made once, from the tokens that
# `go -C train run ./fluency -dump eval/.peers/tokens.txt` writes.
set -e
peers=$1
[ -s "$peers/english.arpa" ] || "$peers/bin/lmplz" -o 3 -S 2G -T "$peers" --skip_symbols < "$peers/tokens.txt" > "$peers/english.arpa"
"$peers/bin/query" -v summary "$peers/english.arpa" | sed -n 's/^Perplexity including OOVs:[[:space:]]*//p'
