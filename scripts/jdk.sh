# shellcheck shell=bash
# Sourced by ./roomnight and ./check: finds a JDK that can build and run Roomnight.
# Uses scripts/say.sh.

JDK_WANTED=25

# Prints the folder of the JDK to use; ends the script with a sentence where there is none.
find_jdk() {
  if [ -n "${ROOMNIGHT_JAVA_HOME:-}" ]; then
    chosen_jdk "$ROOMNIGHT_JAVA_HOME"
    return
  fi
  first_fitting_jdk < <(jdks_in_use) || oldest_fitting_jdk < <(jdks_in_usual_places) ||
    die "needs a JDK $JDK_WANTED or newer and found none. Install one (for example from https://adoptium.net)" \
      "and, if it is still not found, set ROOMNIGHT_JAVA_HOME to its folder."
}

# An explicit choice is never replaced by a guess.
chosen_jdk() {
  jdk_fits "$1" ||
    die "ROOMNIGHT_JAVA_HOME is '$1', which is not the folder of a JDK $JDK_WANTED or newer." \
      "Point it at one, or unset it to have one looked for."
  printf '%s\n' "$1"
}

first_fitting_jdk() {
  local home
  while IFS= read -r home; do
    if jdk_fits "$home"; then
      printf '%s\n' "$home"
      return 0
    fi
  done
  return 1
}

# The oldest that fits is nearest to the release that the tests ran on.
oldest_fitting_jdk() {
  local home release best='' best_release=''
  while IFS= read -r home; do
    release=$(jdk_release "$home")
    if [ "${release:-0}" -ge "$JDK_WANTED" ] && [ "$release" -lt "${best_release:-9999}" ]; then
      best=$home best_release=$release
    fi
  done
  [ -n "$best" ] && printf '%s\n' "$best"
}

jdk_fits() {
  local release
  release=$(jdk_release "$1")
  [ "${release:-0}" -ge "$JDK_WANTED" ]
}

# Prints the feature release of the JDK in a folder, as 25; nothing where there is no JDK.
jdk_release() {
  local version=''
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 0
  if [ -r "$1/release" ]; then
    version=$(sed -n 's/^JAVA_VERSION="\{0,1\}\([^"]*\).*/\1/p' "$1/release")
  fi
  [ -n "$version" ] || version=$("$1/bin/java" -version 2>&1 </dev/null | sed -n 's/.* version "\([^"]*\)".*/\1/p')
  version=${version#1.} # Java 8 calls itself 1.8
  printf '%s\n' "${version%%[!0-9]*}"
}

jdks_in_use() {
  local java
  [ -z "${JAVA_HOME:-}" ] || printf '%s\n' "$JAVA_HOME"
  java=$(command -v java) || return 0
  java=$(readlink -f "$java" 2>/dev/null) || return 0
  # On macOS /usr/bin/java is only a door to the JDK that java_home names.
  [ "$java" = /usr/bin/java ] || printf '%s\n' "${java%/bin/java}"
}

# ROOMNIGHT_JDK_PLACES, folders of JDKs separated by colons, replaces the usual places.
jdks_in_usual_places() {
  if [ -n "${ROOMNIGHT_JDK_PLACES+set}" ]; then
    jdks_below "$ROOMNIGHT_JDK_PLACES"
    return
  fi
  jdks_below "/usr/lib/jvm:/usr/java:/usr/local/java:$HOME/.sdkman/candidates/java:$HOME/.jdks"
  printf '%s\n' /opt/*jdk* /opt/*java* /Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home
  [ ! -x /usr/libexec/java_home ] || /usr/libexec/java_home -v "$JDK_WANTED+" 2>/dev/null || true
}

jdks_below() {
  local place places
  IFS=: read -r -a places <<<"$1"
  for place in ${places[@]+"${places[@]}"}; do
    printf '%s\n' "$place"/*
  done
}
