#!/bin/bash
# What a desk takes away while the game runs: time, sound, the screen's size, the display, the disk, the right to write.
# Each time the game goes on or ends with one line, and what was kept before is still there.
# Usage: losses.sh KNEAD ACTS [NAME...]: all, or some of stopped, sound, size, display, home, disk. ACTS is
# knead_faults_acts, which says what a folder holds. Needs Xvfb; sound needs pulseaudio, size needs Xtigervnc, xrandr
# and xdotool (and openbox), home and disk need root; what cannot be tried is skipped.
set -uo pipefail
knead=$1
acts=$2
shift 2
names=("$@")
export LC_ALL=C.UTF-8 LANGUAGE=en  # what is said is compared with English words
[ ${#names[@]} != 0 ] || names=(stopped sound size display home disk)
root=$(cd "$(dirname "$0")/../.." && pwd)
command -v Xvfb >/dev/null || { echo "Xvfb is not installed: skipped"; exit 77; }
work=$(mktemp -d)
chmod 755 "$work"
server="" pid="" pulse=""
put_away() {
  local one
  for one in "$pid" "$pulse" "$server"; do [ -z "$one" ] || kill -9 "$one" 2>/dev/null; done
  wait 2>/dev/null
  mountpoint -q "$work/disk" && umount "$work/disk"
  rm -rf "$work"
}
trap put_away EXIT
failed=0
fail() { echo "$name: $1"; failed=1; }

# A display of its own, so that it can be taken away. Sets DISPLAY.
show() {
  rm -f "$work/number"
  Xvfb -displayfd 3 -screen 0 1600x900x24 -nolisten tcp 3>"$work/number" 2>/dev/null &
  server=$!
  for _ in $(seq 100); do
    [ -s "$work/number" ] && break
    sleep 0.1
  done
  DISPLAY=:$(cat "$work/number")
  export DISPLAY
}
# begin ARGUMENTS: the game with its files in $home; sets pid.
begin() {
  "$knead" --data-dir "$root" --portable "$home" --tell "$@" >"$work/said" 2>"$work/err" &
  pid=$!
}
# within SECONDS COMMAND...: true as soon as the command is.
within() {
  local tries=$(($1 * 10))
  shift
  for _ in $(seq "$tries"); do
    "$@" && return 0
    sleep 0.1
  done
  return 1
}
says() { grep -qE -- "$1" "$work/said" "$work/err"; }
logs() { [ -f "$home/knead.log" ] && [ "$(grep -cE -- "$2" "$home/knead.log")" -ge "$1" ]; }
gone() { ! kill -0 "$pid" 2>/dev/null; }
# ended CODE: the game has ended, with this exit code.
ended() {
  within 20 gone || { fail "the game goes on"; kill -9 "$pid"; }
  local got=0
  wait "$pid" || got=$?
  pid=
  [ "$got" = "$1" ] || fail "exit code $got, not $1: $(tail -n 3 "$work/err")"
}
# keys SECONDS KEY...: presses, SECONDS apart, the first after two seconds.
keys() {
  awk -v gap="$1" 'BEGIN { for (i = 1; i < ARGC; ++i) { t = 2 + (i - 1) * gap; key = ARGV[i]
    printf "%.2f key_down %s\n%.2f key_up %s\n", t, key, t + .08, key } }' "${@:2}"
}
new_home() {
  home=$work/${1:-$name}
  mkdir -p "$home"
  echo '{"schema":1,"welcomed":true,"quality":1,"no_timer":1}' >"$home/settings.json"
}
# The first level by keys, and enough of it after a moment.
short_session() {
  keys 1.2 down down enter enter enter escape down enter >"$work/events"
}

try_stopped() { # A laptop's lid: time that was not played does not count.
  new_home
  local from=$SECONDS whole
  begin play first-touch --bot novice --speed 10 --quit
  ended 0
  whole=$((SECONDS - from))
  from=$SECONDS
  begin play first-touch --bot novice --speed 10 --quit
  within 20 says 'begin' || fail "does not begin"
  sleep 1
  kill -STOP "$pid"
  sleep 8
  kill -CONT "$pid"
  ended 0
  says '^score' || fail "no result"
  [ $((SECONDS - from)) -ge $((whole + 6)) ] || fail "eight seconds were made up: $((SECONDS - from)) s for $whole"
}

try_sound() { # Earphones that are pulled out, and put in again.
  command -v pulseaudio >/dev/null || { echo "sound: pulseaudio is not installed: skipped"; return 77; }
  new_home
  mkdir -p "$work/pulse"
  export XDG_RUNTIME_DIR=$work/pulse PULSE_SERVER=unix:$work/pulse/native ALSOFT_DRIVERS=pulse
  plug_in
  begin
  within 20 logs 1 'sound: 48 kHz' || fail "no sound in the beginning"
  kill -9 "$pulse"
  wait "$pulse" 2>/dev/null
  within 20 logs 1 'plays nothing any more' || fail "a lost device is not noticed"
  plug_in
  within 20 logs 2 'sound: 48 kHz' || fail "the device that came back is not heard"
  kill "$pid"
  wait "$pid" 2>/dev/null
  pid=
  kill -9 "$pulse"
  unset XDG_RUNTIME_DIR PULSE_SERVER ALSOFT_DRIVERS
}
plug_in() {
  HOME=$work/pulse pulseaudio -n --exit-idle-time=-1 --daemonize=no --use-pid-file=no -L module-null-sink \
    -L "module-native-protocol-unix socket=$work/pulse/native auth-anonymous=1" >/dev/null 2>&1 &
  pulse=$!
  within 10 test -S "$work/pulse/native"
}

try_size() { # Another resolution while the game fills the screen, and a window that is made small and large.
  command -v Xtigervnc >/dev/null && command -v xrandr >/dev/null && command -v xdotool >/dev/null ||
    { echo "size: Xtigervnc, xrandr or xdotool is not installed: skipped"; return 77; }
  local own=$DISPLAY window size
  # Later ones end where they have nowhere to listen.
  Xtigervnc :97 -geometry 1600x900 -SecurityTypes None -rfbport -1 -rfbunixpath "$work/vnc" -UseIPv4=no -UseIPv6=no \
    >/dev/null 2>&1 &
  pulse=$!
  export DISPLAY=:97
  within 10 xrandr >/dev/null 2>&1
  # It is the desk that tells a window how large the screen is now.
  if command -v openbox >/dev/null; then
    openbox >/dev/null 2>&1 &
    within 10 xdotool get_num_desktops >/dev/null 2>&1 || fail "no desk"
  fi
  new_home
  begin --fullscreen play first-touch --bot novice --speed 8 --quit
  within 20 says 'begin' || fail "does not begin"
  window=$(timeout 20 xdotool search --sync --onlyvisible --pid "$pid" --name Knead | tail -n 1)
  for size in 1024x768 1920x1080 1280x720; do
    xrandr -s "$size" || fail "$size is no size of this display"
    sleep 1.5
    ! command -v openbox >/dev/null || xdotool getwindowgeometry "$window" | grep -q "Geometry: $size" ||
      fail "does not fill $size: $(xdotool getwindowgeometry "$window" | tail -n 1)"
  done
  ended 0
  says '^score' || fail "no result"
  new_home
  begin play first-touch --bot novice --speed 8 --quit
  within 20 says 'begin' || fail "does not begin"
  window=$(timeout 20 xdotool search --sync --onlyvisible --pid "$pid" --name Knead | tail -n 1)
  for size in "640 360" "1900 1000" "200 900" "1280 720"; do
    # Two numbers on purpose.
    # shellcheck disable=SC2086
    xdotool windowsize "$window" $size
    sleep 1
  done
  ended 0
  says '^score' || fail "no result after other sizes of the window"
  kill -9 "$pulse"
  export DISPLAY=$own
}

try_display() { # The display goes: what was kept is kept, and the next start is like any other.
  new_home
  short_session
  begin --events "$work/events"
  within 40 says '^score' || fail "no result"
  within 10 kept 'runs 1' || fail "the run is not kept: $(kept_now)"
  # Whoever writes to a display that has just gone gets this first.
  kill -PIPE "$pid"
  sleep 0.5
  gone && fail "a write to nobody ends the game"
  kill -9 "$server"
  wait "$server" 2>/dev/null
  within 20 gone || { fail "the game goes on without a display"; kill -9 "$pid"; }
  local got=0
  wait "$pid" || got=$?
  pid=
  [ "$got" != 0 ] || fail "a display that is gone is no good end"
  [ "$got" -lt 128 ] || fail "ended by a signal: $got"
  show
  kept 'runs 1' || fail "the run was lost: $(kept_now)"
  begin --events "$work/events"
  within 40 says '^score' || fail "does not begin again"
  kill "$pid"
  wait "$pid" 2>/dev/null
  pid=
  ! grep -qi 'crash' "$home/knead.log" || fail "speaks of a crash"
}
kept_now() { "$acts" show "$home" 2>&1; }
kept() { kept_now | grep -q -- "$1"; }

try_home() { # Nothing may be written: it is said, and the game is played.
  [ "$(id -u)" = 0 ] && command -v setpriv >/dev/null || { echo "home: only root can try: skipped"; return 77; }
  "${nobody[@]}" ls "$root/levels" >/dev/null 2>&1 || { echo "home: $root is closed to others: skipped"; return 77; }
  new_home
  short_session
  "$acts" first-run "$home" || fail "cannot be prepared"
  chmod -R a+rX "$home"
  local before
  before=$(cd "$home" && find . -type f -exec md5sum {} + | sort)
  : >"$work/heard"
  chmod 666 "$work/heard"
  "${nobody[@]}" "$knead" --data-dir "$root" --portable "$home" --tell --narrate "$work/heard" --events "$work/events" \
    >"$work/said" 2>"$work/err" &
  pid=$!
  within 40 says '^score' || fail "is not played: $(cat "$work/err")"
  sleep 1
  kill "$pid"
  wait "$pid" 2>/dev/null
  grep -qiE 'cannot be (written|kept|opened|saved)|read-only|readonly' "$work/heard" || fail "says nothing of it: $(cat "$work/heard")"
  [ "$before" = "$(cd "$home" && find . -type f -exec md5sum {} + | sort)" ] || fail "something changed"
  # The usual folders, below a home that nobody may write.
  HOME=$home/none "${nobody[@]}" "$knead" --data-dir "$root" --tell --mute >"$work/said" 2>"$work/err" &
  pid=$!
  within 20 says '^focus' || fail "does not open without a home: $(cat "$work/err")"
  kill "$pid"
  wait "$pid" 2>/dev/null
  pid=
}
nobody=(setpriv --reuid=65534 --regid=65534 --clear-groups --)

try_disk() { # The disk is full when the session ends; once there is room, the next one is kept, and the first is there.
  mkdir -p "$work/disk"
  mount -t tmpfs -o size=2m tmpfs "$work/disk" 2>/dev/null || { echo "disk: none can be mounted: skipped"; return 77; }
  new_home disk/home
  short_session
  "$acts" first-run "$home" || fail "cannot be prepared"
  dd if=/dev/zero of="$work/disk/full" bs=4096 2>/dev/null
  begin --narrate "$work/heard" --events "$work/events"
  within 40 says '^score' || fail "is not played: $(cat "$work/err")"
  sleep 1
  kill "$pid"
  wait "$pid" 2>/dev/null
  grep -q 'the disk is full; make room' "$work/heard" || fail "says nothing of it: $(cat "$work/heard")"
  rm "$work/disk/full"
  kept 'runs 1' || fail "what was kept is lost: $(kept_now)"
  begin --events "$work/events"
  within 40 says '^score' || fail "is not played when there is room again"
  within 10 kept 'runs 2' || fail "is not kept when there is room again: $(kept_now)"
  kill "$pid"
  wait "$pid" 2>/dev/null
  pid=
}

show
all=0 tried=0
for name in "${names[@]}"; do
  failed=0 skipped=0
  "try_$name" || skipped=$?
  [ $failed = 0 ] || all=1
  # A scene ends with the last thing it did; only 77 says that it was not tried.
  [ $skipped = 77 ] && [ $failed = 0 ] && continue
  tried=$((tried + 1))
  [ $failed != 0 ] || echo "$name: survived"
done
echo "$tried of ${#names[@]} scenes tried"
[ $tried != 0 ] || exit 77
exit $all
