# shellcheck shell=bash
# Sourced by ./roomnight and ./check: locks between processes that share one target folder.
# A lock belongs to an open file, so it ends with its process, however that ends.

# Waits for the lock of a file and holds it on descriptor 9 until unlock.
lock() {
  mkdir -p "$(dirname "$1")"
  exec 9>"$1"
  take_lock 9 try && return
  say "waiting for another build in this folder"
  take_lock 9 wait
}

unlock() {
  exec 9>&-
}

# Takes the lock of an open descriptor: 'wait' for it, 'try' at once, or 'share' it with others.
take_lock() {
  if command -v flock >/dev/null; then
    case $2 in
      wait) flock "$1" ;;
      try) flock -n "$1" ;;
      share) flock -s "$1" ;;
    esac
  elif command -v perl >/dev/null; then
    take_lock_by_perl "$@"
  fi
}

# macOS has no flock(1), but its Perl has the call.
take_lock_by_perl() {
  perl -MFcntl=:flock -e '
    my %how = (wait => LOCK_EX, try => LOCK_EX | LOCK_NB, share => LOCK_SH);
    open(FILE, "<&=", $ARGV[0]) && flock(FILE, $how{$ARGV[1]}) or exit 1' "$@"
}
