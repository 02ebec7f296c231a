# In: paths of files, one per line. Out: for each what a shell has in its environment behind sourcing it, NUL between variables, an empty one at the end.
# Runs with an empty PATH: words that are no assignments are commands that nobody finds.
while IFS= read -r file; do
  ( set -a; . "$file" >/dev/null; set +a; exec /usr/bin/env -0 ) 2>/dev/null
  printf '\0'
done
