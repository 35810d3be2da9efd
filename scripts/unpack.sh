# shellcheck shell=bash
# Sourced by ./roomnight: unpacks the jar, because that starts faster than the jar itself.
#
# Each build gets a folder of its own, target/roomnight/<name>, and target/roomnight/current names
# the newest: a server that runs keeps its files while another build takes their place.

APPS=$ROOT/target/roomnight

# Sets APP to the folder of the newest build.
unpack_if_stale() {
  [ -f "$JAR" ] || die "there is no $JAR, and ROOMNIGHT_NO_BUILD is set, so nothing can be started."
  if unpacked_is_stale; then
    lock "$ROOT/target/.unpack.lock"
    if unpacked_is_stale; then unpack; fi
    unlock
  fi
  APP=$APPS/$(cat "$APPS/current")
}

# By the jar's change time: its modification time is fixed, so that two builds make the same bytes.
unpacked_is_stale() {
  [ -f "$APPS/current" ] && [ -f "$APPS/$(cat "$APPS/current")/roomnight.jar" ] || return 0
  [ -n "$(find "$JAR" -newercm "$APPS/current")" ]
}

unpack() {
  local name previous
  name=$(date +%Y%m%d-%H%M%S)-$$
  previous=$(cat "$APPS/current" 2>/dev/null || true)
  mkdir -p "$APPS"
  printf '%s\n' "$name" >"$APPS/current.new" # a jar that changes from here on is newer than this
  "$JDK/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Djarmode=tools -jar "$JAR" \
    extract --destination "$APPS/$name" >/dev/null
  mv "$APPS/current.new" "$APPS/current"
  remove_unused "$name" "$previous"
}

# Removes older builds that nobody runs. The previous one stays: somebody may just be starting it.
remove_unused() {
  local folder
  for folder in "$APPS"/*/; do
    case ${folder%/} in
      "$APPS/$1" | "$APPS/$2") ;;
      *) if is_unused "$folder"; then rm -rf "$folder"; fi ;;
    esac
  done
}

is_unused() (
  exec 7<"$1/roomnight.jar" || return 0
  take_lock 7 try
)

# Marks the build as in use; the JVM inherits the descriptor and with it the lock.
hold_app() {
  exec 8<"$APP/roomnight.jar"
  take_lock 8 share
}
