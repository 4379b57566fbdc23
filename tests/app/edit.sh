#!/bin/bash
# Somebody who makes a level: a knot placed, dragged and tightened, a title written, saved, tried, changed elsewhere, and
# played while the file is saved again. Usage: edit.sh KNEAD KNEAD-CLI. KNEAD_WALK_PICTURES=FOLDER keeps pictures.
set -uo pipefail
knead=$1
cli=$2
root=$(cd "$(dirname "$0")/../.." && pwd)
# shellcheck source=tests/app/person.sh
. "$root/tests/app/person.sh"
# Centimetres on the back in the editor: 71 cm are 470 pixels below (434,116).
px() { awk -v x="$1" -v o="$left" 'BEGIN { printf "%d", o + 434 + x * 470 / 71 + .5 }'; }
py() { awk -v y="$1" -v o="$top" 'BEGIN { printf "%d", o + 116 + y * 470 / 71 + .5 }'; }
file=$work/my-pack/made.json
# holds WORDS WHAT: the file has these words within five seconds.
holds() {
  checks=$((checks + 1))
  for _ in $(seq 50); do
    cat "$file" 2>/dev/null | tr -d ' \n' | grep -qE -- "$1" && return 0
    sleep 0.1
  done
  echo "not in the file: $2 ($1)"
  failed=$((failed + 1))
  return 1
}
picture() { [ -z "${KNEAD_WALK_PICTURES:-}" ] || import -window root "$KNEAD_WALK_PICTURES/$1.png"; }

start edit "$file"
# A keyboard with an umlaut of its own: a key that xdotool has to make up is sometimes not there yet when it is pressed.
# Not before the window is open: a display without anybody forgets its keyboard.
setxkbmap de
sleep 1
xdotool mousemove "$(px 6)" "$(py 20)" sleep 0.1 mousedown 1 sleep 0.1 mouseup 1 sleep 0.3
xdotool mousedown 1 sleep 0.1
for i in 1 2 3 4; do
  xdotool mousemove "$(awk -v a="$(px 6)" -v b="$(px 8)" -v i=$i 'BEGIN { printf "%d", a + (b - a) * i / 4 }')" \
    "$(awk -v a="$(py 20)" -v b="$(py 22)" -v i=$i 'BEGIN { printf "%d", a + (b - a) * i / 4 }')" sleep 0.08
done
xdotool mouseup 1 sleep 0.3 click 4 sleep 0.2 click 4 sleep 0.3
picture edit-back
xdotool key ctrl+s sleep 0.4
holds '"id":"made"' "the level is saved under the name of its file"
holds '"chapter":"my-pack"' "its chapter is the pack"
holds '"id":"knot-3","at":\[(7\.[5-9]|8\.?[0-5]?)[0-9]*,(21\.[5-9]|22\.?[0-5]?)[0-9]*\]' "the knot is where it was dragged"
holds '"tightness":0.94' "two notches of the wheel tighten it"
checks=$((checks + 1))
"$cli" lint "$file" >"$work/lint" 2>&1 || { sed 's/^/    /' "$work/lint"; failed=$((failed + 1)); }
xdotool key ctrl+z key ctrl+z key ctrl+z sleep 0.2 key ctrl+s sleep 0.3
checks=$((checks + 1))
grep -q knot-3 "$file" && { echo "three steps back do not take the knot away"; failed=$((failed + 1)); }
xdotool key ctrl+y key ctrl+y key ctrl+y sleep 0.2
click 90 252 # the words
click 900 116 # the title
xdotool type --delay 40 'übung' # all of it is selected: what is typed takes its place
picture edit-words
key Return
xdotool key ctrl+s sleep 0.3
holds '"title":"übung"' "what was typed is the title"
holds 'knot-3' "three steps forth bring the knot back"
key F5
said 'begin made' "F5 tries it"
key Escape
said 'paused' "the trial can be paused"
key Down
key Down
key Down
key Down
key Return # leave: the editor again
sleep 0.5
# Changed elsewhere: the editor takes it.
sed -i 's/"seconds": 80/"seconds": 65/' "$file"
sleep 1.5
click 90 184 # the state
picture edit-state
xdotool key ctrl+s sleep 0.3
holds '"seconds":65' "what was changed elsewhere is kept"
click 90 218 # the score
picture edit-score
click 90 286 # the guess
picture edit-guess
click 90 320 # the plan
picture edit-plan
key Escape # nothing unsaved: out of the editor, the title
said 'focus Continue' "out of the editor"
stop

# Unsaved work stays where somebody else wants to play, or the window is closed: either asks first. By a script, because
# nobody but a window manager closes a window in that way.
mkdir -p "$work/home/profiles/ben"
echo '{"schema":1,"chosen":"","members":[{"folder":"","name":"Ada"},{"folder":"ben","name":"Ben"}]}' \
  >"$work/home/profiles.json"
now=3
press() {
  awk -v t="$now" -v key="$1" 'BEGIN { printf "%.2f key_down %s\n%.2f key_up %s\n", t, key, t + .08, key }'
  now=$(awk -v t="$now" -v more="${2:-.6}" 'BEGIN { print t + more }')
}
unsaved() { # what comes after a knot was placed
  now=3
  { printf '2.0 press 474 256\n2.1 lift 474 256\n'; "$@"; } >"$work/events"
  timeout 90 "$knead" --data-dir "$root" --portable "$work/home" --tell --events "$work/events" edit "$work/other.json" \
    >"$work/said" 2>&1 || { echo "ended with $?"; failed=$((failed + 1)); }
}
other_plays() {
  press f5 2
  press escape
  press down
  press down
  press enter 1.5 # settings
  press right
  press enter 1.5 # who plays
  press down
  press enter     # Ben
  press right
  press enter 1   # asks
  press escape
  press escape    # back to the pause of the trial
  press down
  press down
  press enter 1   # leave: the editor
  press f5 2
  echo "$now close"
}
closed() {
  echo "3 close"
  press tab 1
  press down 1
  echo "$now close"
}
unsaved other_plays
times 1 '^focus Play as this one$' "the profile is looked at"
times 2 'begin other' "unsaved work is lost to another profile"
grep -q '"chosen": "",*$' "$work/home/profiles.json" || grep -q '"chosen":""' "$work/home/profiles.json" ||
  { echo "another profile plays all the same"; failed=$((failed + 1)); }
unsaved closed
times 3 '^focus ' "the first try to close the window closes it"

start play "$file" --intake first=petrissage
if said 'begin made' "a file is played"; then
  sleep 0.5
  sed -i 's/"seconds": 65/"seconds": 70/' "$file"
  times 2 'begin made' "the session does not begin anew when the file is saved"
  echo '{' >"$file"
  sleep 1.5
  checks=$((checks + 1))
  kill -0 "$pid" 2>/dev/null || { echo "a broken file ends the session"; failed=$((failed + 1)); }
  times 2 'begin made' "a broken file begins anew"
fi
stop
echo "$checks checks, $failed wrong"
[ "$failed" = 0 ]
