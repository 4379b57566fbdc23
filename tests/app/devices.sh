#!/bin/bash
# One level won with each device that is not a mouse, menus included, each driven as that device is: keys and the one
# switch by xdotool, a gamepad by a script of its buttons and axes, because no system lets a test plug one in. (The
# mouse has a walk of its own.) And with each of the four to a page and back. Usage: devices.sh KNEAD KNEAD-CLI
# [keys|helped|pad|switch|pages...]. Takes a display of its own; exit code 77 without xdotool or xvfb-run.
set -uo pipefail
knead=$1
cli=$2
root=$(cd "$(dirname "$0")/../.." && pwd)
# shellcheck source=tests/app/person.sh
. "$root/tests/app/person.sh"
shift 2

# home SETTINGS: a folder of its own for the player, with these options and nothing else.
home() {
  rm -rf "$work/home"
  mkdir -p "$work/home"
  echo "{\"schema\": 1, \"welcomed\": true $1}" >"$work/home/settings.json"
}
# won NAME INPUT: the result is told and has stars, the recording proves it and says that INPUT was the device.
won() {
  local device=$1 input=$2
  for _ in $(seq 300); do
    grep -q '^score' "$work/said" && break
    kill -0 "$pid" 2>/dev/null || break
    sleep 0.5
  done
  said '^score [0-9]+, stars [123],' "$device: stars"
  echo "$device: $(grep '^score' "$work/said")"
  sleep 0.5
  checks=$((checks + 1))
  if "$cli" verify "$work/$device.knead" >"$work/verified" 2>&1; then
    sed 's/^/    /' "$work/verified"
  else
    echo "$device: the recording does not verify"
    sed 's/^/    /' "$work/verified"
    failed=$((failed + 1))
  fi
  checks=$((checks + 1))
  "$cli" replay-info "$work/$device.knead" | grep -qE "^input +$input$" ||
    { echo "$device: the recording names another device"; failed=$((failed + 1)); }
  [ -z "${KNEAD_WALK_PICTURES:-}" ] || cp "$work/$device.knead" "$work/said" "$KNEAD_WALK_PICTURES"
  stop
}
playing() { ! grep -q '^score' "$work/said" && kill -0 "$pid" 2>/dev/null; }

keys() {
  home ''
  start --save-replay "$work/keys.knead"
  key Return # continue: the first person
  key Up     # from Begin to the tiles
  for _ in 1 2 3 4; do grep '^focus' "$work/said" | tail -n 1 | grep -q Stroking && break; key Left; key Up; done
  key Return # stroking first
  for _ in 1 2 3 4 5 6; do grep '^focus' "$work/said" | tail -n 1 | grep -qx 'focus Begin' && break; key Down; done
  key Return # what the guess was worth
  key Return
  said 'begin first-touch' 'keys: the level begins'
  # Down the back with the hand lifted, up again on the skin; the lanes side by side.
  local turn=0 aside=(d a d a) far=(0.25 0.42 0.42 0.42)
  while playing && [ $turn -lt 40 ]; do
    xdotool keydown s sleep $([ $turn = 0 ] && echo 0.74 || echo 1.0) keyup s
    xdotool keydown "${aside[turn % 4]}" sleep "${far[turn > 0]}" keyup "${aside[turn % 4]}"
    xdotool sleep 0.05 keydown space sleep 0.05 keydown w sleep 2.2 keyup w keyup space sleep 0.05
    turn=$((turn + 1))
  done
  won keys keyboard
}

helped() {
  home ', "hand_by": 1'
  start --save-replay "$work/helped.knead"
  key Return # continue
  key Return # begin without a guess
  said 'begin first-touch' 'helped: the level begins'
  local beats=0
  key space # the first place, the first move: long strokes over all of it
  while playing; do
    local now
    now=$(grep -c ' beat$' "$work/said")
    if [ "$now" != "$beats" ]; then
      beats=$now
      xdotool key space
    elif grep '^focus' "$work/said" | tail -n 1 | grep -q 'All of it'; then
      xdotool key space
      sleep 0.4
    fi
    sleep 0.03
  done
  won helped keyboard
}

pad() {
  home ''
  # A usual pad: buttons 0 A, 1 B, 7 start; axes 0 and 1 the left stick, 6 and 7 the cross.
  awk 'BEGIN {
    t = 2
    printf "%.2f pad_came 0\n", t
    t += .3; tap(0)                    # continue
    t += .8; cross(-1)                 # from Begin to the tiles, and back
    t += .3; cross(1)
    t += .3; tap(0)                    # begin without a guess
    t += 1.2
    for (i = 0; i < 30; ++i) {
      axis(1, 1); t += i == 0 ? .74 : 1; axis(1, 0); t += .1
      axis(0, i % 2 == 0 ? 1 : -1); t += i == 0 ? .25 : .42; axis(0, 0); t += .05
      printf "%.2f pad_down 0 0\n", t; t += .05
      axis(1, -1); t += 2.2; axis(1, 0)
      printf "%.2f pad_up 0 0\n", t; t += .1
    }
  }
  function tap(b) { printf "%.2f pad_down 0 %d\n", t, b; t += .1; printf "%.2f pad_up 0 %d\n", t, b }
  function axis(a, v) { printf "%.2f pad_axis 0 %d %.2f\n", t, a, v }
  function cross(v) { axis(7, v); t += .1; axis(7, 0) }' >"$work/pad.events"
  start --save-replay "$work/pad.knead" --events "$work/pad.events"
  won pad gamepad
}

# One key and nothing else: it is pressed when what is wanted is lit.
switch() {
  home ', "hand_by": 2, "scan_step": 800'
  start --save-replay "$work/switch.knead"
  local beats=0 seen=0
  while playing; do
    local now lit
    now=$(grep -c ' beat$' "$work/said")
    if [ "$now" != "$beats" ]; then
      beats=$now
      xdotool key F8
      sleep 0.03
      continue
    fi
    # Only what has just been lit: a light that is old may go on at any time.
    now=$(grep -c '^focus' "$work/said")
    lit=$(grep '^focus' "$work/said" | tail -n 1)
    if [ "$now" != "$seen" ]; then
      seen=$now
      case $lit in
        'focus Continue'* | 'focus Begin without'* | 'focus All of it'* | 'focus Stroking')
          if [ "$lit" != 'focus Stroking' ] || grep -q '^.*begin first-touch' "$work/said"; then
            xdotool key F8
            sleep 0.2
          fi
          ;;
      esac
    fi
    sleep 0.03
  done
  won switch switch
}

# Three pages deep, from the title over who plays and what was done to the medals, and back to the title. Each page that
# is there again tells once more what has the focus on it.
pages() {
  local device
  for device in pointer keys pad switch; do
    home "$([ $device = switch ] && echo ', "hand_by": 2, "scan_step": 800')"
    mkdir -p "$work/home/profiles/ben"
    echo '{"schema":1,"chosen":"","members":[{"folder":"","name":"Ada"},{"folder":"ben","name":"Ben"}]}' \
      >"$work/home/profiles.json"
    : >"$work/pages.events"
    [ $device != pad ] || awk 'BEGIN {
      t = 1.5
      printf "%.2f pad_came 0\n", t
      for (i = 0; i < 3; ++i) { t += .3; printf "%.2f pad_axis 0 6 1\n%.2f pad_axis 0 6 0\n", t, t + .1; t += .3; tap(0) }
      for (i = 0; i < 3; ++i) { t += .4; tap(1) }
    }
    function tap(b) { printf "%.2f pad_down 0 %d\n%.2f pad_up 0 %d\n", t, b, t + .1, b; t += .1 }' >"$work/pages.events"
    start --events "$work/pages.events"
    "pages_by_$device"
    said '^focus Medals' "$device: the way to the medals"
    after 'focus Medals' 'focus What you have done so far' "$device: not back at who plays"
    after 'focus Medals' 'focus Who plays' "$device: not back on the title"
    stop
  done
}
# after FIRST THEN WHAT: once FIRST was said, THEN is said within ten seconds.
after() {
  checks=$((checks + 1))
  for _ in $(seq 100); do
    sed -n "/^$1/,\$p" "$work/said" | grep -q "^$2" && return 0
    sleep 0.1
  done
  echo "$3"
  failed=$((failed + 1))
}
pages_by_pointer() {
  local at
  for at in '1200 52' '1000 340' '300 660' '140 660' '140 660' '1218 690'; do
    # Words on purpose.
    # shellcheck disable=SC2086
    click $at
    sleep 0.3
  done
  xdotool mousemove $((left + 1200)) $((top + 52)) # on the title there is somebody who plays to point at
}
pages_by_keys() {
  local press
  for press in Right Return Right Return Right Return Escape Escape Escape; do key $press; done
}
pages_by_pad() { sleep 6; }
pages_by_switch() {
  local want seen=0 now
  for want in 'Who plays' 'What you have done so far' Medals Back Back Back; do
    for _ in $(seq 600); do
      now=$(grep -c '^focus' "$work/said")
      if [ "$now" != "$seen" ]; then
        seen=$now
        grep '^focus' "$work/said" | tail -n 1 | grep -q "^focus $want" && break
      fi
      sleep 0.03
    done
    xdotool key F8
    sleep 0.3
    seen=0
  done
}

for device in ${*:-keys helped pad switch pages}; do "$device"; done
echo "$checks checks, $failed wrong"
[ "$failed" = 0 ]
