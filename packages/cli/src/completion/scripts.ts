/** The script of each shell: it asks `puhuri complete`, and falls back to names of files. */
export const SCRIPTS = {
  bash: `_puhuri() {
  local IFS=$'\\n'
  COMPREPLY=($(puhuri complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
}
complete -o default -F _puhuri puhuri
`,
  zsh: `#compdef puhuri
_puhuri() {
  local -a found
  found=("\${(@f)$(puhuri complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  if [[ -n $found ]]; then compadd -a found; else _files; fi
}
compdef _puhuri puhuri
`,
  fish: `function __puhuri_complete
  set -l words (commandline -opc) (commandline -ct)
  set -l found (puhuri complete -- $words[2..] 2>/dev/null)
  if test -n "$found"
    printf '%s\\n' $found
  else
    __fish_complete_path (commandline -ct)
  end
end
complete -c puhuri -f -a '(__puhuri_complete)'
`,
} as const;
