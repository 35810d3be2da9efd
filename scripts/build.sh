# shellcheck shell=bash
# Sourced by ./roomnight and ./check: the Maven build and its progress.
# Uses ROOT (the project's folder), JDK, and scripts/lock.sh.

JAR=$ROOT/target/roomnight.jar
BUILD_STAMP=$ROOT/target/roomnight.built
BUILD_LOG=$ROOT/target/roomnight-build.log

build_if_stale() {
  [ -z "${ROOMNIGHT_NO_BUILD:-}" ] || return 0
  is_stale || return 0
  lock "$ROOT/target/.build.lock"
  # Another start may have built it while this one waited.
  if is_stale; then build; fi
  unlock
}

# Folders count too: their time changes when a file is removed.
is_stale() {
  [ -f "$JAR" ] && [ -f "$BUILD_STAMP" ] || return 0
  [ -n "$(cd "$ROOT" && find pom.xml src/main -newer "$BUILD_STAMP" -print | head -n 1)" ]
}

build() {
  need_maven
  say "building with the JDK in $JDK (the first time it also downloads libraries)"
  local began=$SECONDS
  touch "$BUILD_STAMP.new" # an edit made while Maven runs is newer than this
  if ! (cd "$ROOT" && maven -DskipTests -Dmaven.test.skip=true -Dspotless.check.skip=true package) 2>&1 </dev/null |
    tee "$BUILD_LOG" | show_phases; then
    build_failed
  fi
  mv "$BUILD_STAMP.new" "$BUILD_STAMP"
  say "built in $((SECONDS - began)) s"
}

need_maven() {
  command -v mvn >/dev/null ||
    die "needs Maven to build and found no 'mvn' on the PATH. Install it (for example 'apt-get install maven')."
}

# Some of what the build runs works inside Maven's own JVM, so Maven gets the JDK too.
maven() {
  JAVA_HOME=$JDK MAVEN_OPTS="--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow ${MAVEN_OPTS:-}" \
    mvn -B -ntp "$@"
}

build_failed() {
  tail -n 30 "$BUILD_LOG" >&2
  die "the build failed; all of Maven's output is in $BUILD_LOG"
}

# Reads Maven's output; prints a line when a phase begins, and one now and then while it lasts.
show_phases() {
  local line phase='reading the project' shown='reading the project' status
  say "  $phase"
  while :; do
    status=0
    IFS= read -r -t 15 line || status=$?
    if [ "$status" -gt 128 ]; then
      say "  still $phase"
      continue
    fi
    [ "$status" -eq 0 ] || break
    phase_of "$line"
    [ "$phase" = "$shown" ] || say "  $phase"
    shown=$phase
  done
}

# Sets phase to what the goal announced in a line of Maven's output does; other lines change nothing.
phase_of() {
  case $1 in
    *' --- '*toolchain*) phase='looking for the JDK' ;;
    *' --- '*:compile*) phase='compiling' ;;
    *' --- '*:jar*) phase='packaging' ;;
  esac
}
