# shellcheck shell=bash
# Sourced by ./check: gets the tools that the tests use. What can't be had ends the script.

# Makes a command be there, from the Debian package that has it.
need_command() {
  command -v "$1" >/dev/null || need_packages "$2"
}

need_packages() {
  local package missing=()
  for package in "$@"; do
    is_installed "$package" || missing+=("$package")
  done
  [ "${#missing[@]}" -eq 0 ] || install_packages "${missing[@]}"
}

is_installed() {
  dpkg-query -W -f '${Status}' "$1" 2>/dev/null | grep -q 'ok installed'
}

install_packages() {
  say "installing $*"
  if ! may_install; then
    die "these Debian packages are needed and missing: $*. Install them, or run as root where apt-get is." \
      "'./check --without-clients' leaves out the calendar clients."
  fi
  apt_install "$@" >"$(apt_log)" 2>&1 || { apt-get update && apt_install "$@"; } >>"$(apt_log)" 2>&1 || {
    tail -n 20 "$(apt_log)" >&2
    die "could not install $*; all of the output is in $(apt_log)"
  }
}

may_install() {
  [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null
}

apt_install() {
  DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" </dev/null
}

apt_log() {
  mkdir -p "$ROOT/target"
  printf '%s\n' "$ROOT/target/packages.log"
}
