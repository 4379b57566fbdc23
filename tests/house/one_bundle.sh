#!/bin/bash
# one_bundle.sh BUILD: no name at the top of a file means something else in another file of its room. Bundles of files
# are compiled together, and which files meet in one changes with every file that comes or goes; here all files of a
# room meet at once, where they are more than one bundle. Syntax only. BUILD: a folder of a preset that makes bundles.
set -uo pipefail
build=$(readlink -f "$1")
commands=$build/compile_commands.json
[ -f "$commands" ] || { echo "one_bundle: no $commands; build first"; exit 1; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failed=0 rooms=0
while IFS= read -r bundles; do
  files=("$bundles"/*.cxx)
  [ ${#files[@]} -gt 1 ] || continue
  room=$(basename "$(dirname "$bundles")" .dir)
  # As the first bundle is compiled, out of the JSON: without what it is called and where it goes.
  command=$(grep -F '"command"' "$commands" | grep -F "Unity/unity_0_cxx.cxx" | grep -F "/$room.dir/" |
    sed -E 's/^ *"command": "//; s/",?$//; s/\\(["\\])/\1/g; s/ -o [^ ]+ -c [^ ]+$//; s/^[^ ]*ccache //')
  [ -n "$command" ] || { echo "one_bundle: how $room is compiled was not found in $commands"; failed=1; continue; }
  printf '#include "%s"\n' "${files[@]}" >"$scratch/$room.cxx"
  (cd "$build" && eval "$command -fsyntax-only $scratch/$room.cxx") || { echo "$room: see above"; failed=1; }
  rooms=$((rooms + 1))
done < <(find "$build" -path '*.dir/Unity' -type d | sort)
[ $rooms -gt 0 ] || { echo "one_bundle: no room of more than one bundle in $build"; exit 1; }
echo "$rooms rooms of more than one bundle"
exit $failed
