# shellcheck shell=bash
# Sourced by ./roomnight: the options of the server's JVM.
# Uses APP (the unpacked application) and JDK.

# Sets JVM_FLAGS for a start with the start-up cache, where there is one. Options of the caller win; those of ours that
# the JVM does not take together with them are left out, first the cache, then the sizes, then all that can be spared.
choose_jvm_flags() {
  local without
  for without in nothing cache sizes everything; do
    jvm_flags_without "$without"
    if ! has_own_options || jvm_starts; then return 0; fi
  done
  die "The JVM does not start with these options (ROOMNIGHT_JAVA_OPTS, JAVA_TOOL_OPTIONS, JDK_JAVA_OPTIONS): $(jvm_complaint)"
}

jvm_flags_without() {
  case $1 in
    nothing | cache) common_jvm_flags ;;
    *) needed_jvm_flags ;;
  esac
  # A cache that does not fit is passed over by the JVM; these keep it from complaining about it.
  if [ "$1" = nothing ] && [ -f "$(cache_file)" ]; then
    JVM_FLAGS+=("-XX:AOTCache=$(cache_file)" -Xlog:aot=off -Xlog:cds=off)
  fi
  [ "$1" = everything ] || choose_collector
  add_own_flags
}

has_own_options() {
  [ -n "${ROOMNIGHT_JAVA_OPTS:-}${JAVA_TOOL_OPTIONS:-}${JDK_JAVA_OPTIONS:-}" ]
}

# Asks the JVM itself, which takes some 50 ms: what fits together differs from release to release.
jvm_starts() {
  "$JDK/bin/java" "${JVM_FLAGS[@]}" -cp "$APP/roomnight.jar" -version >/dev/null 2>&1
}

# What it says against the caller's options alone.
jvm_complaint() {
  "$JDK/bin/java" "${JVM_FLAGS[@]}" -cp "$APP/roomnight.jar" -version 2>&1 |
    grep -v -e '^Picked up ' -e '^NOTE: ' -e 'occurred during initialization' | head -n 1
}

# The flags under which the start-up cache is trained as well.
common_jvm_flags() {
  needed_jvm_flags
  JVM_FLAGS+=(
    -XX:+UseCompactObjectHeaders
    # A small heap to begin with, at most half of the machine.
    -Xms32m
    -XX:MaxRAMPercentage=50
    # Free memory goes back to the system.
    -XX:MinHeapFreeRatio=20
    -XX:MaxHeapFreeRatio=40
    -XX:TrimNativeHeapInterval=10000
    # A server that is out of memory is restarted, not left half alive.
    -XX:+ExitOnOutOfMemoryError
  )
}

# Those that no option of a caller stands against.
needed_jvm_flags() {
  JVM_FLAGS=(
    # SQLite brings a native library, and Jetty's and Caffeine's queues use Unsafe: no warnings about them.
    --enable-native-access=ALL-UNNAMED
    --sun-misc-unsafe-memory-access=allow
    # What Jetty would ask the JVM's management for, which takes it 50 ms.
    -Dorg.eclipse.jetty.util.referencesPerCacheLine=16
  )
}

# Two collectors are an error, so ours is left out where another is asked for.
choose_collector() {
  case " ${ROOMNIGHT_JAVA_OPTS:-} ${JAVA_TOOL_OPTIONS:-} ${JDK_JAVA_OPTIONS:-} " in
    *' -XX:+Use'*GC' '*) ;;
    *) JVM_FLAGS+=(-XX:+UseSerialGC) ;;
  esac
}

# Added last, so that they win.
add_own_flags() {
  local own
  read -r -a own <<<"${ROOMNIGHT_JAVA_OPTS:-}"
  JVM_FLAGS+=(${own[@]+"${own[@]}"})
}
