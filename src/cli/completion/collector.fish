# fish completion for collector. For good:
#   collector completion fish > ~/.config/fish/completions/collector.fish
# What can be said is read off the program's own help, so that it is never out of date.
function __collector_help_words
    $argv --help 2>/dev/null | sed -nE 's/^  ([a-z][a-z-]*)  +(.*)/\1\t\2/p; /^  -/{ s/^  (-[a-z], )?(--[a-z-]+)( [^ ]+)?( +(.*))?$/\2\t\5/p }'
end

function __collector_complete
    set -l spoken (commandline -opc)
    set -l program $spoken[1]
    set -l commands (string match -r '^[a-z].*' -- $spoken[2..-1])
    __collector_help_words $program $commands[1..2]; or __collector_help_words $program $commands[1]
    __collector_help_words $program | string match -r '^--.*'
end

complete -c collector -f -a '(__collector_complete)'
complete -c collector -F -r -l config
complete -c collector -F -r -l db
complete -c collector -F -r -l output -n 'string match -qr "^--output" -- (__collector_complete)'
complete -c collector -F -n '__fish_seen_subcommand_from parse'
