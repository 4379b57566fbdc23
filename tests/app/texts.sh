#!/bin/bash
# Every text of every screen in every language, the pseudo-locale included, stays in the window and in its box, lies on no
# other and is not cut: in a wide, a large and a 4:3 window. Usage: texts.sh KNEAD. Needs a display.
set -uo pipefail
knead=$1
root=$(cd "$(dirname "$0")/../.." && pwd)
failed=0
for size in 1280x720 1920x1080 1024x768; do
  said=$("$knead" --data-dir "$root" --size $size tour --check-text) || failed=1
  echo "$size: $(echo "$said" | tail -n 1)"
  echo "$said" | head -n -1
  # Nothing wrong among no texts would be no news.
  [ "$(echo "$said" | tail -n 1 | sed -E 's/.* ([0-9]+) texts.*/\1/')" -gt 5000 ] || { echo "too few texts"; failed=1; }
done
exit $failed
