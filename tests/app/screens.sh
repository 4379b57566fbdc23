#!/bin/bash
# The screens against their recorded pictures (tests/golden/screens): a widget that moved is found. Usage: screens.sh
# KNEAD COMPARE_SCREENS [--record]. Needs a display. Pictures are of SFML 2.5, whose letters stand where they stand;
# another one is skipped.
set -euo pipefail
knead=$1
compare=$2
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
[ "${KNEAD_SFML:-2.5}" = 2.5 ] || { echo "SFML $KNEAD_SFML: other letters; skipped"; exit 77; }
wide="first-start title about atlas boards settings-1 settings-3 settings-5 bindings pad-teacher path-first-touch
  guess-the-one-spot play-dough pause relax results-first-touch poor-results-the-one-spot watch"
narrow="path-first-touch guess-the-one-spot play-dough results-first-touch atlas boards"
wrong=0
for size in 1280x720 1024x768; do
  mkdir -p "$work/all" "$work/$size"
  [ $size = 1280x720 ] && names=$wide || names=$narrow
  # shellcheck disable=SC2086 # words of a list
  "$knead" --data-dir "$root" --size $size tour --pictures "$work/all" --only "$(echo $names | tr ' ' ,)"
  for name in $names; do mv "$work/all/$name.png" "$work/$size/"; done
  if [ "${3:-}" = --record ]; then
    rm -rf "$root/tests/golden/screens/$size"
    mkdir -p "$root/tests/golden/screens/$size"
  fi
  echo "$size"
  "$compare" "$root/tests/golden/screens/$size" "$work/$size" ${3:-} || wrong=1
done
exit $wrong
