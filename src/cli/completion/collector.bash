# bash completion for collector. For this shell alone: source <(collector completion bash)
# For good: collector completion bash > ~/.local/share/bash-completion/completions/collector
# What can be said is read off the program's own help, so that it is never out of date.
_collector_help_words() {
  "$@" --help 2>/dev/null | sed -nE 's/^  ([a-z][a-z-]*) .*/\1/p; /^  -/{ s/^  (-[a-z], )?(--[a-z-]+).*/\2/p }'
}

# What options want behind them, a line each: "--config FILE", "--format table|json".
_collector_values() {
  "$@" --help 2>/dev/null | sed -nE 's/^  (-[a-z], )?(--[a-z-]+) ([^ ]+).*/\2 \3/p'
}

_collector() {
  local word current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} spoken=()
  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    [[ $word == [a-z]* ]] && spoken+=("$word")
  done
  local program=${COMP_WORDS[0]} words
  words=$(_collector_values "$program" "${spoken[@]:0:2}"; _collector_values "$program" "${spoken[@]:0:1}"
    _collector_values "$program")
  if words=$(grep -m 1 -e "^$previous " <<<"$words"); then
    words=${words#* }
    [[ $words == *'|'* ]] || words=  # bash offers files then
    mapfile -t COMPREPLY < <(compgen -W "${words//|/ }" -- "$current")
    return
  fi
  words=$(_collector_help_words "$program" "${spoken[@]:0:2}" || true)
  [[ -z $words ]] && words=$(_collector_help_words "$program" "${spoken[@]:0:1}")
  words+=$'\n'$(_collector_help_words "$program" | grep '^--')
  [[ $current != -* ]] && words=$(grep -v '^--' <<<"$words")
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
}

complete -o default -F _collector collector
