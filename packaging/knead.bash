# Words of knead and its companions for bash. Commands and options are asked of the programs themselves.
_knead_words() {
  local program=$1 word=${COMP_WORDS[COMP_CWORD]} i command=()
  for ((i = 1; i < COMP_CWORD; ++i)); do
    [[ ${COMP_WORDS[i]} == -* ]] || command+=("${COMP_WORDS[i]}")
  done
  local help
  help=$("$program" "${command[@]:0:2}" --help 2>/dev/null) || help=$("$program" --help 2>/dev/null)
  if [[ $word == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$(grep -oE -- '--[a-z][a-z-]*' <<<"$help" | sort -u)" -- "$word")
  elif ((${#command[@]} == 0)); then
    mapfile -t COMPREPLY < <(compgen -W "$(sed -n '/[Ss]ubcommands:/,/^$/s/^  \([a-z][a-z-]*\) .*/\1/p' <<<"$help")" -- "$word")
  fi
  ((${#COMPREPLY[@]})) || mapfile -t COMPREPLY < <(compgen -f -- "$word")
}
_knead_cli() { _knead_words knead-cli; }
_knead_server() { _knead_words knead-server; }
_knead() { _knead_words knead; }
complete -o filenames -F _knead_cli knead-cli
complete -o filenames -F _knead_server knead-server
complete -o filenames -F _knead knead
