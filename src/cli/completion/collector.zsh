#compdef collector
# zsh completion for collector. Put it in a folder of $fpath:
#   collector completion zsh > "${fpath[1]}/_collector"
# What can be said is read off the program's own help, so that it is never out of date.
_collector_help_words() {
  "$@" --help 2>/dev/null | sed -nE 's/^  ([a-z][a-z-]*)  +(.*)/\1:\2/p; /^  -/{ s/^  (-[a-z], )?(--[a-z-]+)( [^ ]+)?( +(.*))?$/\2:\5/p }'
}

_collector() {
  local -a spoken lines
  spoken=(${(M)words[2,CURRENT-1]:#[a-z]*})
  lines=("${(@f)$(_collector_help_words $words[1] $spoken[1,2])}")
  [[ -z $lines ]] && lines=("${(@f)$(_collector_help_words $words[1] $spoken[1])}")
  lines+=("${(@f)$(_collector_help_words $words[1] | grep '^--')}")
  _describe -o collector lines || _files
}

# From a folder of $fpath this file is the function's body; sourced, it tells zsh of it.
if [[ $funcstack[1] == _collector ]]; then
  _collector "$@"
else
  compdef _collector collector
fi
