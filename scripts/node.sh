# shellcheck shell=bash
# Sourced by ./check: installs the CalDAV libraries of Node.js that tests drive.
# Uses ROOT, scripts/say.sh and scripts/packages.sh.

NODE_SOURCES=$ROOT/src/test/node
NODE_FOLDER=$ROOT/target/node # where the tests look for them
NODE_INSTALLED=$NODE_FOLDER/installed-lock.json

# Installs exactly what the lock file names, unless that was done before.
need_node_libraries() {
  need_command node nodejs
  need_command npm npm
  cmp -s "$NODE_SOURCES/package-lock.json" "$NODE_INSTALLED" || install_node_libraries
}

install_node_libraries() {
  local log=$ROOT/target/npm.log
  say "installing the Node.js libraries of src/test/node"
  mkdir -p "$NODE_FOLDER"
  rm -f "$NODE_INSTALLED"
  cp "$NODE_SOURCES/package.json" "$NODE_SOURCES/package-lock.json" "$NODE_FOLDER"
  if ! (cd "$NODE_FOLDER" && npm ci --ignore-scripts --no-audit --no-fund) >"$log" 2>&1 </dev/null; then
    tail -n 20 "$log" >&2
    die "npm could not install the libraries of src/test/node; all of its output is in $log." \
      "'./check --without-clients' leaves out the calendar clients."
  fi
  cp "$NODE_SOURCES/package-lock.json" "$NODE_INSTALLED"
}
