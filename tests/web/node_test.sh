#!/bin/bash
# node_test.sh SCRIPT [ARGUMENT...]: a test of knead.wasm in node; skipped (77) where either is missing.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
export KNEAD_WASM=${KNEAD_WASM:-$(dirname "$(dirname "$here")")/build/web/knead.wasm}
command -v node >/dev/null 2>&1 || { echo "skipped: node is not installed"; exit 77; }
[ -f "$KNEAD_WASM" ] || { echo "skipped: no $KNEAD_WASM (scripts/build-web makes it)"; exit 77; }
script=$1
shift
exec node "$here/$script" "$@"
