#!/bin/bash
# The game and a real server together, by keys: today's back begun with the server's leave and handed in by itself; a
# run that is finished while the server is away, the game killed, and the run handed in when both are there again.
# Usage: online.sh KNEAD KNEAD-SERVER. Needs a display. KNEAD_ONLINE_PICTURES=FOLDER keeps pictures of the boards.
set -uo pipefail
knead=$1
server=$2
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
serving=
stop() { [ -n "$serving" ] && kill "$serving" 2>/dev/null && wait "$serving" 2>/dev/null; serving=; }
trap 'stop; rm -rf "$work"' EXIT
failed=0
fail() { echo "$1"; failed=1; }
mkdir "$work/home"

# serve PORT: 0 for a free one; sets port.
serve() {
  "$server" serve --listen 127.0.0.1 --port "$1" --store "$work/board.db" --name "Club night" >"$work/served" 2>&1 &
  serving=$!
  for _ in $(seq 100); do
    port=$(grep -oE '127\.0\.0\.1:[0-9]+' "$work/served" | head -n 1 | cut -d: -f2)
    [ -n "$port" ] && return
    sleep 0.1
  done
  sed 's/^/    /' "$work/served"
  fail "the server does not say where it listens"
  exit 1
}
# ask PATH: what the server answers.
ask() { exec 3<>"/dev/tcp/127.0.0.1/$port"; printf 'GET %s HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n' "$1" >&3; cat <&3; exec 3>&-; }
# boards WORDS: how many boards have such an id.
boards() { ask /v1/boards | grep -oE '"board":"[^"]*"|"id":"[^"]*"' | sort -u | grep -cE -- "$1"; }

now=2
press() {
  awk -v t="$now" -v key="$1" 'BEGIN { printf "%.2f key_down %s\n%.2f key_up %s\n", t, key, t + .08, key }'
  now=$(awk -v t="$now" -v more="$2" 'BEGIN { print t + more }')
}
play() { timeout 120 "$knead" --data-dir "$root" --portable "$work/home" --tell --events "$work/events" >"$work/said" 2>&1; }

serve 0
echo '{"schema":1,"no_timer":1,"welcomed":true,"quality":1,"board_server":"http://127.0.0.1:'"$port"'"}' \
  >"$work/home/settings.json"

# --- today's back: leave, play, handed in --------------------------------------------------------------
{
  press down .6
  press enter 4   # today's back; the leave comes meanwhile
  press enter 4   # begin without a guess
  for x in 600 680 560; do # strokes up the back
    awk -v t="$now" -v x="$x" 'BEGIN {
      printf "%.2f move %d 560\n%.2f press %d 560\n", t, x, t + .1, x
      for (i = 1; i <= 40; ++i) printf "%.3f move %d %d\n", t + .1 + i * .04, x, 560 - 8 * i
      printf "%.2f lift %d 240\n", t + 1.9, x }'
    now=$(awk -v t="$now" 'BEGIN { print t + 2.2 }')
  done
  press escape 1
  press down .6
  press enter 5   # it is enough: results, and the run is on its way
  press escape 1  # the title
  for _ in 1 2 3 4 5 6; do press down .3; done
  press enter 2   # boards
  press f12 1
  press tab .6    # to the tabs and on to the top
  press tab .6
  press enter 3
  press f12 1
  press escape .6
  press escape .6
} >"$work/events"
play || fail "the game ended with $?"
grep -q 'begin today-' "$work/said" || { fail "today's back was not begun"; sed 's/^/    /' "$work/said"; }
grep '^score' "$work/said"
day=$(grep -oE 'begin today-[0-9-]+' "$work/said" | head -n 1 | cut -c 13-)
# A day whose person needs a doctor gives no points to hands, and a run without points is not handed in.
if ! grep -q '^score 0,' "$work/said"; then
  [ "$(boards "assisted.$day")" -ge 1 ] || fail "the run is not on the day's board: $(ask /v1/boards | tail -n 1)"
fi

# --- the server goes, a run is finished, the game is killed --------------------------------------------
stop
now=2
{
  press enter 2   # the first person
  press enter 4   # without a guess
  press escape 1
  press down .6
  press enter 3   # it is enough
} >"$work/events"
"$knead" --data-dir "$root" --portable "$work/home" --tell --events "$work/events" >"$work/said" 2>&1 &
playing=$!
for _ in $(seq 300); do grep -q '^score' "$work/said" && break; sleep 0.1; done
sleep 2
kill -9 $playing 2>/dev/null
wait $playing 2>/dev/null
grep -q '^score' "$work/said" || fail "the second run did not end"

# --- both are there again ------------------------------------------------------------------------------
before=$port
serve "$port"
[ "$port" = "$before" ] || fail "the server is elsewhere"
[ "$(boards 'assisted"')" = 0 ] || fail "the second run is there already"
echo "60 key_down escape" >"$work/events"
"$knead" --data-dir "$root" --portable "$work/home" --tell --events "$work/events" >"$work/said" 2>&1 &
playing=$!
for _ in $(seq 300); do
  [ "$(boards 'assisted"')" -ge 1 ] && break
  sleep 0.1
done
[ "$(boards 'assisted"')" -ge 1 ] || fail "what waited was not sent: $(ask /v1/boards | tail -n 1)"
kill $playing 2>/dev/null
wait $playing 2>/dev/null
[ -z "${KNEAD_ONLINE_PICTURES:-}" ] || cp -r "$work/home/." "$KNEAD_ONLINE_PICTURES/"
exit $failed
