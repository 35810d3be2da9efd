# shellcheck shell=bash
# Sourced by ./roomnight and ./check: what they tell the person who called them.
# These scripts are written for bash 3.2, the one that macOS brings.

# Progress goes to stderr: stdout belongs to the command that was asked for.
say() {
  printf 'roomnight: [%3d s] %s\n' "$SECONDS" "$*" >&2
}

# Ends the script with a sentence.
die() {
  printf 'roomnight: %s\n' "$*" >&2
  exit 1
}
