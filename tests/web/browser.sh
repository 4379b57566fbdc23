#!/bin/bash
# browser.sh [FOLDER]: the run's page in a headless Chromium (page.mjs). Skipped (77) without chromium, node or
# knead.wasm. Pictures are left in FOLDER (build/web-pages).
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
root=$(dirname "$(dirname "$here")")
program=$(command -v chromium || command -v chromium-browser || true)
[ -n "$program" ] || { echo "skipped: chromium is not installed"; exit 77; }
exec "$here/node_test.sh" page.mjs "$program" "${1:-$root/build/web-pages}"
