# shellcheck shell=bash
# Sourced by ./roomnight: the options of the server's JVM.
# Uses APP (the unpacked application) and JDK.

# Sets JVM_FLAGS for a start with the start-up cache, where there is one.
choose_jvm_flags() {
  common_jvm_flags
  # A cache that does not fit is passed over by the JVM; these keep it from complaining about it.
  if [ -f "$(cache_file)" ]; then
    JVM_FLAGS+=("-XX:AOTCache=$(cache_file)" -Xlog:aot=off -Xlog:cds=off)
  fi
  choose_collector
  add_own_flags
}

# The flags under which the start-up cache is trained as well.
common_jvm_flags() {
  JVM_FLAGS=(
    -XX:+UseCompactObjectHeaders
    # SQLite brings a native library, and Jetty's and Caffeine's queues use Unsafe: no warnings about them.
    --enable-native-access=ALL-UNNAMED
    --sun-misc-unsafe-memory-access=allow
    # What Jetty would ask the JVM's management for, which takes it 50 ms.
    -Dorg.eclipse.jetty.util.referencesPerCacheLine=16
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
