# What a person at the window needs, for the walks that source this: open it, click, press keys, listen to what it tells.
# Takes a display of its own, because the pointer is moved; KNEAD_WALK_HERE=1 walks on the one there is. Ends with exit
# code 77 without xdotool or xvfb-run. Sets work, pid, left, top, checks, failed; expects knead and root, and that the
# script has not shifted its arguments. Usage in a script: . person.sh
command -v xdotool >/dev/null || { echo "xdotool is not installed: skipped"; exit 77; }
export LC_ALL=C.UTF-8 LANGUAGE=en  # what is said is compared with English words
if [ -z "${KNEAD_WALK_HERE:-}" ]; then
  command -v xvfb-run >/dev/null || { echo "xvfb-run is not installed: skipped"; exit 77; }
  KNEAD_WALK_HERE=1 exec xvfb-run -a -s "-screen 0 1280x720x24" "$0" "$@"
fi
work=$(mktemp -d)
pid=
left=0
top=0
failed=0
checks=0
stop() {
  [ -n "$pid" ] && kill "$pid" 2>/dev/null && wait "$pid" 2>/dev/null
  pid=
}
trap 'stop; rm -rf "$work"' EXIT

start() {
  "$knead" --data-dir "$root" --portable "$work/home" --tell "$@" >"$work/said" 2>"$work/err" &
  pid=$!
  local window
  window=$(timeout 20 xdotool search --sync --onlyvisible --pid "$pid" --name Knead | tail -n 1)
  [ -n "$window" ] || { echo "no window opened"; sed 's/^/    /' "$work/err"; exit 1; }
  sleep 0.7
  local X=0 Y=0 # set by the next line
  eval "$(xdotool getwindowgeometry --shell "$window" | grep -E '^[XY]=')"
  left=$X top=$Y
  xdotool mousemove $((left + 600)) $((top + 660))
}
click() { xdotool mousemove $((left + $1)) $((top + $2)) sleep 0.06 mousedown 1 sleep 0.06 mouseup 1 sleep 0.12; }
key() { xdotool key "$1" sleep 0.3; }
# said WORDS WHAT: the program says so within ten seconds: a busy machine may need them.
said() {
  checks=$((checks + 1))
  for _ in $(seq 100); do
    grep -qE -- "$1" "$work/said" && return 0
    sleep 0.1
  done
  echo "not heard: $2 ($1)"
  sed 's/^/    /' "$work/said" | tail -n 12
  failed=$((failed + 1))
  return 1
}
# times N WORDS WHAT: the program has said so N times, not more, within ten seconds.
times() {
  checks=$((checks + 1))
  for _ in $(seq 100); do
    [ "$(grep -cE -- "$2" "$work/said")" -ge "$1" ] && break
    sleep 0.1
  done
  [ "$(grep -cE -- "$2" "$work/said")" = "$1" ] && return 0
  echo "$3"
  failed=$((failed + 1))
  return 1
}
