#!/bin/bash
# A person at the mouse, in bash and xdotool: from the list of levels through the guess to the results of the first
# level, won by strokes alone; then the tools, the wheel, pause, restart and the keys. Usage: walk.sh KNEAD KNEAD-CLI.
# The display and what is missing: person.sh. KNEAD_WALK_PICTURES=FOLDER keeps the screenshot.
set -uo pipefail
knead=$1
cli=$2
root=$(cd "$(dirname "$0")/../.." && pwd)
# shellcheck source=tests/app/person.sh
. "$root/tests/app/person.sh"
# Centimetres on the back to pixels of the screen, at rest: 71 cm are 540 pixels below (640,118).
px() { awk -v x="$1" -v o="$left" 'BEGIN { printf "%d", o + 640 + x * 540 / 71 + .5 }'; }
py() { awk -v y="$1" -v o="$top" 'BEGIN { printf "%d", o + 118 + y * 540 / 71 + .5 }'; }

# One long stroke up the back at x, quick in the middle and slow at both ends, as a hand does it.
stroke() {
  local path
  path=$(awk -v x="$(px "$1")" -v y0="$(py "$2")" -v y1="$(py "$3")" -v steps="$4" 'BEGIN {
    for (i = 1; i <= steps; ++i) {
      t = i / steps; s = .7 * t + .3 * t * t * (3 - 2 * t)
      printf "mousemove %d %d sleep 0.010 ", x, y0 + (y1 - y0) * s
    } }')
  # Words on purpose.
  # shellcheck disable=SC2086
  xdotool mousemove "$(px "$1")" "$(py "$2")" sleep 0.05 mousedown 1 $path mouseup 1 sleep 0.05
}

# --- the first level, from the list, by pointer alone ---------------------------------------------------
start --save-replay "$work/walk.knead"
key Return # the first start: begin
key Escape # the twelve short stories can wait
key Down   # the title: today's back
key Down   # clients
key Return
sleep 0.4
click 1218 690 # "Esc back" at the foot of the page: who has no keys clicks on it
times 2 '^focus Continue' "the way back is not to be clicked"
click 100 430  # clients again
sleep 0.4
click 350 360 # the eighth vertebra, to see that one can be chosen
click 102 360 # the first
click 1086 552 # Meet
sleep 0.4
click 866 176 # stroking first
click 967 176 # kneading also
click 1067 176 # friction better not
click 1000 498 # Begin: what the guess was worth
sleep 0.4
click 1000 590 # Begin
if said "begin first-touch" "the level begins"; then
  xdotool click --repeat 3 --delay 60 5
  said "depth [45][0-9]" "the wheel makes the hand lighter"
  # While the picture is drawn the clock runs: strokes until a result is told.
  turn=0
  while ! grep -q '^score' "$work/said" && kill -0 "$pid" 2>/dev/null && [ $turn -lt 60 ]; do
    lanes=(-4.5 4.5 -8 8 -3 3)
    stroke "${lanes[turn % 6]}" 56 18 180
    turn=$((turn + 1))
  done
fi
said '^score' "the result"
said '^score [0-9]+, stars [23],' "two stars or three by strokes alone"
echo "first-touch by the pointer: $(grep '^score' "$work/said")"
sleep 0.6
checks=$((checks + 1))
"$cli" verify "$work/walk.knead" >"$work/verified" 2>&1 ||
  { echo "the recording does not verify"; sed 's/^/    /' "$work/verified"; failed=$((failed + 1)); }
key r # again, from the results
key Return
times 2 'begin first-touch' "R and Enter do not start again"
key r # the pause, wherever the focus is
key Down
key Down
key Down
key Return # leave: the path
key Right
key Return # the next person
key Return # without a guess
said 'begin dough' "the next level does not begin"
key r
key Down
key Down
key Down
key Return # leave
key Escape # the title
key Up
key Return # quit
for _ in $(seq 100); do kill -0 "$pid" 2>/dev/null || break; sleep 0.1; done
checks=$((checks + 1))
kill -0 "$pid" 2>/dev/null && { echo "Quit does not leave"; failed=$((failed + 1)); }
stop

# --- a level with a towel: tray, tools, pause, restart ---------------------------------------------------
start
key Down   # the title: today's back
key Down   # clients
key Return
key Right
key Right
key Return # meet
key Up     # to the tiles
key Return # chosen
key Tab
key Escape # back to the path, and in again: it remembers the place
key Return
key Return
if said "begin warm-the-stone-wall" "the level is begun by keys alone"; then
  click 1215 568 # the towel of the tray
  xdotool mousemove "$(px 5)" "$(py 40)" sleep 0.1 mousedown 1 sleep 0.1 mouseup 1 sleep 0.2
  said "laid towel" "a towel is laid"
  xdotool mousedown 1 sleep 0.1 mouseup 1 sleep 0.2
  said "lifted towel" "it is lifted"
  xdotool mousedown 1 sleep 0.1 mouseup 1 sleep 0.2
  times 2 'laid towel' "it is not laid again"
  key 1
  xdotool click 4 sleep 0.2
  said "depth [78][0-9]" "the wheel makes the hand heavier"
  key Escape
  said "paused" "Escape pauses"
  key Escape
  said "resumed" "Escape goes back"
  click 1232 682
  key Return
  times 2 resumed "the pause sign and Enter do not pause and go on"
  key r
  times 1 'begin' "R alone throws the session away"
  key r
  times 2 'begin' "R twice does not start again"
  key r
  key Down
  key Return # the settings, and back to the pause
  key Escape
  key Down
  key Return # the Atlas, and back
  key Escape
  key Down
  key Return # leave: the path
  key Escape # the title
  key Escape # leave
  for _ in $(seq 100); do kill -0 "$pid" 2>/dev/null || break; sleep 0.1; done
  checks=$((checks + 1))
  kill -0 "$pid" 2>/dev/null && { echo "Escape on the title does not leave"; failed=$((failed + 1)); }
fi
stop

# --- all three warm things, from the tray and by keys, in a level that has them --------------------------
sed -e 's/"towel": 2/"towel": 1/; s/"stone": 0/"stone": 1/; s/"pack": 0/"pack": 1/' \
  "$root/levels/1-hands/warm-the-stone-wall.json" >"$work/all-tools.json"
start play "$work/all-tools.json" --intake first=towel --shots "$work"
press() { xdotool mousemove "$(px "$1")" "$(py "$2")" sleep 0.1 mousedown 1 sleep 0.1 mouseup 1 sleep 0.2; }
if said "begin" "the level of all tools begins"; then
  # A window without a window manager loses the focus until the pointer is over it, and the game then waits.
  sleep 0.5
  grep -q paused "$work/said" && key Escape
  click 1080 568
  press -6 22
  said "laid towel" "the towel from the tray"
  click 1154 568
  press 6 30
  said "laid stone" "the stone from the tray"
  key 4
  press -5 52
  said "laid pack" "the pack by its key"
  press 5 52
  said "None of these left" "no second pack"
  key F12
  press -5 52
  said "lifted pack" "the pack is lifted"
  key 3
  press 6 30
  said "lifted stone" "the stone is lifted"
  checks=$((checks + 1))
  [ -n "$(find "$work" -name 'knead-*.png' -size +20k)" ] || { echo "F12 leaves no picture"; failed=$((failed + 1)); }
  [ -z "${KNEAD_WALK_PICTURES:-}" ] || cp "$work"/knead-*.png "$KNEAD_WALK_PICTURES"
fi
stop

echo "$checks checks, $failed wrong"
[ "$failed" = 0 ]
