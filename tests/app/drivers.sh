#!/bin/bash
# The window program on a real display: every driver runs a level to its end, a replay ends exactly as recorded, and
# whatever is wrong is one line and its own exit code. Usage: drivers.sh KNEAD KNEAD-CLI. Needs a display.
set -uo pipefail
knead=$1
cli=$2
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
checks=0

# expect CODE WORDS COMMAND...: exit code, and WORDS in what is said; what is said about an error is one line.
expect() {
  local code=$1 words=$2 got=0
  shift 2
  checks=$((checks + 1))
  timeout 60 "$@" >"$work/out" 2>"$work/err" </dev/null || got=$?
  if [ "$got" != "$code" ]; then
    echo "exit code $got, not $code: $*"
    failed=$((failed + 1))
  elif ! cat "$work/out" "$work/err" | grep -qF -- "$words"; then
    echo "does not say \"$words\": $*"
    failed=$((failed + 1))
  elif [ "$code" != 0 ] && [ "$(cat "$work/out" "$work/err" | wc -l)" != 1 ]; then
    echo "not one line: $*"
    failed=$((failed + 1))
  else
    return 0
  fi
  sed 's/^/    /' "$work/out" "$work/err"
}
fast="--speed 100 --quit"
data=(--data-dir "$root")
golden=$root/tests/golden/first-touch.knead
printf 't_ms,x_cm,y_cm,down,tool\n0,4,50,1,hand\n500,4,30,1,hand\n900,4,20,0,hand\n' >"$work/stroke.csv"
printf 't_ms,x_cm,y_cm,down,tool\n0,4,fifty,1,hand\n' >"$work/bad.csv"
head -c 200 "$golden" >"$work/short.knead"

# Drivers. Options are words on purpose.
# shellcheck disable=SC2086
{
  expect 0 "stars" "$knead" "${data[@]}" play first-touch --bot expert --save-replay "$work/bot.knead" $fast
  expect 0 "equal" "$cli" verify "$work/bot.knead" --json
  expect 0 "as recorded" "$knead" "${data[@]}" play first-touch --replay "$work/bot.knead" $fast
  expect 0 "as recorded" "$knead" "${data[@]}" play first-touch --replay "$golden" $fast
  grep -q "not as recorded" "$work/out" && { echo "the golden replay ends otherwise"; failed=$((failed + 1)); }
  # A ghost beside the hand changes nothing of what is played.
  expect 0 "stars" "$knead" "${data[@]}" play first-touch --bot novice --seed 3 $fast
  cp "$work/out" "$work/alone"
  expect 0 "stars" "$knead" "${data[@]}" play first-touch --bot novice --seed 3 --ghost "$work/bot.knead" $fast
  cmp -s "$work/out" "$work/alone" || { echo "a ghost changed the session"; failed=$((failed + 1)); }
  expect 3 "not on" "$knead" "${data[@]}" play dough --bot novice --ghost "$work/bot.knead" $fast
  expect 3 "cannot be opened" "$knead" "${data[@]}" play first-touch --bot novice --ghost "$work/none.knead" $fast
  expect 0 "ending time" "$knead" "${data[@]}" play first-touch --trace "$work/stroke.csv" $fast
  expect 0 "ending referred" "$knead" "${data[@]}" play first-touch --bot idle --refer $fast
  expect 0 "stars" "$knead" "${data[@]}" play first-touch --bot novice --intake first=effleurage,avoid=friction $fast
  expect 0 "stars" "$knead" "${data[@]}" play first-touch --bot idle --shots "$work/shots" --at 2,20 $fast
  for shot in first-touch-002s first-touch-020s results; do
    [ -s "$work/shots/$shot.png" ] || { echo "no picture $shot"; failed=$((failed + 1)); }
  done

  # The focus lost, or the gamepad gone, is a pause; from there by keys out of the program.
  for what in focus_lost "pad_gone 0"; do
    {
      echo "2 $what"
      for key in 3:up 4:enter 5:escape 6:escape; do
        echo "${key%:*} key_down ${key#*:}"
        echo "${key%:*}.1 key_up ${key#*:}"
      done
    } >"$work/away.events"
    expect 0 "paused" "$knead" "${data[@]}" --safe-mode --tell --events "$work/away.events" play first-touch --intake first=effleurage
  done
  echo "1 fly" >"$work/bad.events"
  expect 3 "line 1" "$knead" "${data[@]}" --events "$work/bad.events"

  # How much is drawn changes no score: the same state to the last bit at every quality.
  for quality in low medium high; do
    expect 0 "state" "$knead" "${data[@]}" --quality $quality play first-touch --bot expert $fast
    grep -o "score.*state [0-9a-f]*" "$work/out" >"$work/end-$quality"
  done
  for quality in medium high; do
    cmp "$work/end-low" "$work/end-$quality" || failed=$((failed + 1))
  done
  expect 2 "--quality" "$knead" "${data[@]}" --quality best
  # A film: every frame of a sixtieth of play.
  expect 0 "stars" "$knead" "${data[@]}" play first-touch --bot idle --shots "$work/film" --film 1,1.2 $fast
  frames=$(find "$work/film" -name 'first-touch-film-*.png' | wc -l)
  [ "$frames" -ge 12 ] && [ "$frames" -le 14 ] || { echo "a film of $frames pictures"; failed=$((failed + 1)); }

  # The bench measures every row; what it measures is no test.
  expect 0 "to bare" "$knead" "${data[@]}" --bench --bench-seconds 3
  for row in "bare loop" the-one-spot "05 skin" "13 shown" "first frame" memory "still menu" "same frame"; do
    grep -q "$row.*[1-9]" "$work/out" || { echo "the bench has no $row"; failed=$((failed + 1)); }
  done

  # A recording that is watched.
  expect 0 "as recorded" "$knead" "${data[@]}" --safe-mode replay "$golden" $fast
  grep -q "not as recorded" "$work/out" && { echo "the watched replay ends otherwise"; failed=$((failed + 1)); }
  expect 3 "short.knead" "$knead" "${data[@]}" replay "$work/short.knead" $fast
  expect 3 "none.knead" "$knead" "${data[@]}" replay "$work/none.knead" $fast

  # What is wrong, where, and what to do.
  expect 3 "bad.csv: line 2" "$knead" "${data[@]}" play first-touch --trace "$work/bad.csv" $fast
  expect 3 "none.csv" "$knead" "${data[@]}" play first-touch --trace "$work/none.csv" $fast
  expect 3 "short.knead" "$knead" "${data[@]}" play first-touch --replay "$work/short.knead" $fast
  expect 3 "play that level" "$knead" "${data[@]}" play dough --replay "$golden" $fast
  expect 3 "no-such-level" "$knead" "${data[@]}" play no-such-level $fast
  expect 3 "--data-dir" "$knead" --data-dir "$work" play first-touch $fast
  expect 2 "allowed" "$knead" "${data[@]}" play first-touch --bot nobody $fast
  expect 2 "--speed" "$knead" "${data[@]}" play first-touch --speed 0 --quit
  expect 2 "--size" "$knead" --size 5x5
  expect 2 "--intake" "$knead" "${data[@]}" play first-touch --intake first=magic
  expect 2 "--trace" "$knead" "${data[@]}" play first-touch --bot idle --trace "$work/stroke.csv"
  expect 4 "DISPLAY" env -u DISPLAY "$knead" "${data[@]}" play first-touch $fast
  expect 4 "cannot open" env DISPLAY=:4096 "$knead" "${data[@]}" play first-touch $fast
  if command -v xvfb-run >/dev/null 2>&1; then
    expect 4 "no OpenGL" xvfb-run -a -s "-screen 0 640x480x24 -extension GLX" "$knead" "${data[@]}" play first-touch $fast
  fi
  # Mesa from 24.2 on keeps its drivers in one library, which is not looked for there.
  compgen -G '/usr/lib/*/dri/libdril_dri.so' >/dev/null || expect 4 "driver" env LIBGL_DRIVERS_PATH="$work" "$knead" "${data[@]}" play first-touch $fast
}

echo "$checks runs, $failed wrong"
[ "$failed" = 0 ]
