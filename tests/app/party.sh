#!/bin/bash
# A party by keys, from the title to the table: two turns on today's back, ended in the pause because there is no timer;
# and that nothing of it is kept. Then one on a level of several people, left between two of them. Usage: party.sh KNEAD.
# Needs a display.
set -uo pipefail
knead=$1
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
mkdir "$work/home"
echo '{"schema":1,"no_timer":1,"welcomed":true,"quality":1}' >"$work/home/settings.json"
# KEY AFTER: presses it, `now` seconds after the first picture, and waits so long.
press() {
  awk -v t="$now" -v key="$1" 'BEGIN { printf "%.2f key_down %s\n%.2f key_up %s\n", t, key, t + .08, key }'
  now=$(awk -v t="$now" -v more="$2" 'BEGIN { print t + more }')
}
begin() {
  now=2
  for _ in 1 2 3 4; do press down .6; done
  press enter 2 # the party
}
play() {
  timeout 120 "$knead" --data-dir "$root" --portable "$work/home" --tell --events "$work/events" >"$work/said" 2>&1 ||
    { echo "ended with $?"; failed=1; }
}
{
  begin
  press enter 2   # begin: whose turn it is
  for turn in 1 2; do
    press enter 2   # ready
    press enter 4   # without a guess
    if [ $turn = 1 ]; then
      press escape 1
      press up .6
      press enter 1.5 # leave: asks
      press enter 1.5 # stay: back in the pause of the same turn
      press escape 3  # and on with it
    fi
    press escape 1
    press down .6
    press enter 4   # it is enough
  done
  press enter 2   # done: the title
  press up .6
  press enter 1   # quit
} >"$work/events"
play
# said WORDS TIMES
said() {
  local times
  times=$(grep -c -- "$1" "$work/said")
  [ "$times" = "$2" ] || { echo "said \"$1\" $times times, not $2"; failed=1; }
}
said '^focus Ready$' 2
said 'begin today-' 2
said '^focus Stay$' 1
said '^score .*ending enough' 2
said '^focus Done$' 1
said '^focus Quit$' 1
# Neither a run nor a guess is kept.
for what in effleurage today-; do
  grep -qa "$what" "$work/home/profile.db" && { echo "the party left \"$what\" in the profile"; failed=1; }
done
{
  begin
  press up .6
  press enter .6  # the last level
  press enter .6  # the one before: several people
  press right .6
  press down .6
  press enter 2   # begin
  press enter 2   # ready
  press enter 4   # without a guess
  press escape 1
  press down .6
  press enter 3   # it is enough: the next person
  press escape 1.5
  press enter 1.5 # stay: the same guess
  press escape 1.5
  press down .6
  press enter 2   # leave: the title
  press up .6
  press enter 1   # quit
} >"$work/events"
[ $failed = 0 ] && play
said 'begin walk-in-clinic' 1
said '^focus Stay$' 2
said '^focus Begin without a guess$' 3
said '^focus Quit$' 1
[ $failed = 0 ] || sed 's/^/    /' "$work/said"
exit $failed
