#!/bin/bash
# Nothing flashes more than three times a second over a part of the picture that could harm (WCAG 2.2, 2.3.1): films of
# the busiest moments, picture by picture. Usage: flashes.sh KNEAD KNEAD-SEE. Needs a display.
set -uo pipefail
knead=$1
see=$2
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
# film NAME LEVEL FROM TO OPTIONS...
film() {
  local name=$1 level=$2 from=$3 to=$4 said
  shift 4
  "$knead" --data-dir "$root" --size 853x480 --quality low --mute play "$level" --shots "$work/$name" --film "$from" "$to" \
    --speed 8 --quit "$@" >/dev/null 2>"$work/err" || { echo "$name: no film"; sed 's/^/    /' "$work/err"; failed=1; return; }
  said=$("$see" flashes "$work/$name"/*film-*.png) || { echo "$name flashes too much"; failed=1; }
  echo "$name: $said"
  rm -rf "${work:?}/$name"
}
film "a knot lets go" the-one-spot 18 20 --bot expert
film "two knots let go" dough 20 22 --bot expert
film "tapping" rain-on-the-roof 10 12 --bot expert
film "a flinch" light-then-deep 12 14 --bot wrong
film "too much" warm-the-stone-wall 20 22 --bot wrong
exit $failed
