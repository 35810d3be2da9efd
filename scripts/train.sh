# shellcheck shell=bash
# Sourced by ./roomnight: trains the JVM's start-up cache (JEP 483, 514, 515) once for each build.
# Nothing here can stop a start: without a cache it only takes longer.

# How long the demo may take to come up for training.
TRAINING_LIMIT_SECONDS=90

# Sets nothing; leaves the cache, or the log of a failed training, in the unpacked build.
train_if_untrained() {
  is_untrained || return 0
  lock "$ROOT/target/.unpack.lock"
  if is_untrained; then train; fi
  unlock
}

# A failed training leaves its log and is not tried again before the next build.
is_untrained() {
  [ ! -f "$(cache_file)" ] && [ ! -f "$(training_log)" ]
}

# One for each JDK: another release could not read it.
cache_file() {
  printf '%s\n' "$APP/start-$(cksum <"$JDK/release" 2>/dev/null | cut -d ' ' -f 1).aot"
}

training_log() {
  printf '%s.log\n' "$(cache_file)"
}

train() {
  local scratch began=$SECONDS
  say "training the start-up cache (once for each build)"
  scratch=$(mktemp -d)
  run_training "$scratch" || true
  rm -rf "$scratch"
  if cache_works; then
    mv "$(cache_file).new" "$(cache_file)"
    say "trained in $((SECONDS - began)) s"
  else
    rm -f "$(cache_file).new"
    say "no start-up cache, so starts take longer; the reason is in $(training_log)"
  fi
}

# Runs the demo in a folder that goes away, asks it a few things, and ends it; the JVM then writes the cache.
run_training() {
  local server
  start_training_server "$1" >"$(training_log)" 2>&1 </dev/null &
  server=$!
  await_info "$1/info.json" "$server" && ask_the_demo "$1/info.json"
  kill "$server" 2>/dev/null
  wait "$server"
}

# Without the caller's environment and folder: training must not touch a real database or setting.
start_training_server() {
  cd "$1" || return
  common_jvm_flags
  exec env -i PATH="$PATH" LANG="${LANG:-C.UTF-8}" "$JDK/bin/java" "${JVM_FLAGS[@]}" -XX:+UseSerialGC \
    "-XX:AOTCacheOutput=$(cache_file).new" -jar "$APP/roomnight.jar" \
    demo --port 0 --data "$1/data" --info "$1/info.json"
}

await_info() {
  local deadline=$((SECONDS + TRAINING_LIMIT_SECONDS))
  until [ -s "$1" ]; do
    kill -0 "$2" 2>/dev/null && [ "$SECONDS" -lt "$deadline" ] || return 1
    sleep 0.2
  done
}

# The calls that every installation gets: a token, the connection, the calendar.
ask_the_demo() {
  local url token id
  command -v curl >/dev/null || return 0
  url=$(info "$1" url) id=$(info "$1" managingEntityIdentifier)
  token=$(ask -u "$(info "$1" clientId):$(info "$1" clientSecret)" -d grant_type=client_credentials "${url%/}/oauth2/token" |
    sed -n 's/.*"access_token" *: *"\([^"]*\)".*/\1/p')
  ask -H "Authorization: Bearer $token" "${url%/}/api/managing-entity/$id/extranet/caldav/auth"
  ask -u "$(info "$1" hotelIdentifier):$(info "$1" passkey)" "$(info "$1" calendarUrl)"
  ask "$url"
} >/dev/null

ask() {
  curl -s --max-time 10 "$@" || true
}

# Prints one member of the demo's JSON.
info() {
  sed -n "s/.*\"$2\" *: *\"\\([^\"]*\\)\".*/\\1/p" "$1"
}

cache_works() {
  common_jvm_flags
  [ -s "$(cache_file).new" ] &&
    "$JDK/bin/java" "${JVM_FLAGS[@]}" -XX:+UseSerialGC -XX:AOTMode=on "-XX:AOTCache=$(cache_file).new" \
      -cp "$APP/roomnight.jar" -version >>"$(training_log)" 2>&1
}
