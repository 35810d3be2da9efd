# shellcheck shell=bash
# Sourced by ./check: its phases with their times, and the count of tests at the end.
# Uses ROOT and scripts/say.sh.

GOAL_TIMES=$ROOT/target/check.times
PHASE_LINES=()
FAILED_PHASES=0

# Runs a phase: its name, then its function, which says by its exit code whether the phase passed.
phase() {
  local began=$SECONDS verdict=ok
  say "$1"
  if ! "$2"; then
    verdict=FAILED
    FAILED_PHASES=$((FAILED_PHASES + 1))
  fi
  PHASE_LINES+=("$(phase_line "$((SECONDS - began))" "$1" "$verdict")")
}

phase_line() {
  printf '%6d s  %s  %s' "$@"
}

# Passes Maven's output on and notes how long each goal took that took a second or more.
time_goals() {
  local line goal='' began=$SECONDS
  : >"$GOAL_TIMES"
  while IFS= read -r line; do
    printf '%s\n' "$line"
    case $line in
      '[INFO] --- '* | '[INFO] BUILD '*)
        note_goal "$goal" $((SECONDS - began))
        goal=${line#'[INFO] --- '} goal=${goal%% @*} began=$SECONDS
        ;;
    esac
  done
}

note_goal() {
  [ -z "$1" ] || [ "$2" -eq 0 ] || printf '%6d s    %s\n' "$2" "$1" >>"$GOAL_TIMES"
}

# Prints the phases and the line that counts; its exit code is that of the whole check.
summarize() {
  local passed failed skipped
  read -r passed failed skipped < <(python3 "$ROOT/scripts/count_tests.py" \
    "$ROOT/target/surefire-reports" "$ROOT/target/failsafe-reports")
  printf '\n'
  printf '%s\n' "${PHASE_LINES[@]}"
  cat "$GOAL_TIMES"
  printf '%s\n' 'the slowest test classes:'
  python3 "$ROOT/scripts/count_tests.py" --slowest 10 "$ROOT/target/surefire-reports" \
    "$ROOT/target/failsafe-reports" 2>/dev/null || true # a report that can't be read is counted below
  # What fails outside the tests, as a compiler error does, is a failure too.
  [ "$failed" -ge "$FAILED_PHASES" ] || failed=$FAILED_PHASES
  [ "$passed" -gt 0 ] || printf 'no test passed\n'
  printf '\n%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
  [ "$failed" -eq 0 ] && [ "$FAILED_PHASES" -eq 0 ] && [ "$passed" -gt 0 ]
}
