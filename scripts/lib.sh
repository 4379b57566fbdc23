# Shared by ./play and ./check: packages and builds. Sourced, not run; expects $root.
# shellcheck shell=bash
# shellcheck disable=SC2154

say() { printf '%s\n' "$*"; }
stop() { printf '%s\n' "$*" >&2; exit 1; }

# The machine has a screen to show a window on.
has_display() { [ -n "${DISPLAY:-}" ] || [ -n "${WAYLAND_DISPLAY:-}" ]; }

# Of any architecture.
is_installed() { dpkg-query -W -f='${db:Status-Status}\n' "$1" 2>/dev/null | grep -qx installed; }

# need_packages PACKAGE...: installs those that are missing, and says so first. A package written with a leading '?'
# is taken only if this Debian has it.
need_packages() {
  if ! command -v dpkg-query >/dev/null 2>&1 || ! command -v apt-get >/dev/null 2>&1; then
    say "This is not a Debian system. If the build fails, install what these Debian packages hold: ${*#\?}"
    return 0
  fi
  local missing=() optional=() package
  for package in "$@"; do
    if ! is_installed "${package#\?}"; then
      case $package in
        \?*) optional+=("${package#\?}") ;;
        *) missing+=("$package") ;;
      esac
    fi
  done
  if [ $((${#missing[@]} + ${#optional[@]})) = 0 ]; then return 0; fi

  local become=()
  if [ "$(id -u)" != 0 ]; then
    if ! command -v sudo >/dev/null 2>&1; then
      [ ${#missing[@]} = 0 ] || stop "These packages are missing and there is no sudo. As root, run:
  apt-get install --no-install-recommends ${missing[*]} ${optional[*]}"
      say "Not installed, and there is no sudo; what takes them is skipped: ${optional[*]}"
      return 0
    fi
    become=(sudo)
  fi
  say "Packages to install: ${missing[*]} ${optional[*]}"
  local log
  log=$(mktemp)
  if ! "${become[@]}" apt-get update >"$log" 2>&1; then
    say "apt-get update failed; going on with the package lists there are. Its last lines:"
    tail -n 5 "$log"
  fi
  for package in "${optional[@]}"; do
    if apt-cache show "$package" >/dev/null 2>&1; then missing+=("$package"); else say "(no $package here: left out)"; fi
  done
  if [ ${#missing[@]} != 0 ] && ! "${become[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y \
    --no-install-recommends "${missing[@]}" </dev/null >"$log" 2>&1; then
    tail -n 30 "$log"
    rm -f "$log"
    stop "apt-get could not install the packages above."
  fi
  rm -f "$log"
}

# build_preset PRESET [TARGET...]: configures build/PRESET if needed and builds it; quiet unless something is wrong.
build_preset() {
  local preset=$1 folder=$root/build/$1 log=$root/build/$1.log
  shift
  mkdir -p "$root/build"
  # A folder that was moved or copied remembers its old place.
  if [ -f "$folder/CMakeCache.txt" ] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$folder/CMakeCache.txt"; then
    rm -rf "$folder"
  fi
  if [ ! -f "$folder/build.ninja" ] || [ "$root/CMakePresets.json" -nt "$folder/build.ninja" ] ||
    [ -n "${configure_options[*]:-}" ]; then
    if ! (cd "$root" && cmake --preset "$preset" ${configure_options[@]+"${configure_options[@]}"}) >"$log" 2>&1; then
      tail -n 30 "$log"
      say "Configuring build/$preset failed; the whole log is in build/$preset.log"
      return 1
    fi
  fi
  if [ -t 1 ]; then
    ninja -j "$(nproc)" -C "$folder" "$@" || return 1
  elif ! ninja -j "$(nproc)" -C "$folder" "$@" >"$log" 2>&1; then
    grep -E -A 12 'FAILED:|error' "$log" | head -n 60
    say "Building build/$preset failed; the whole log is in build/$preset.log"
    return 1
  fi
}
