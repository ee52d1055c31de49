# Shared by the scripts in this folder, which source it.

set -euo pipefail
export LC_ALL=C.UTF-8

bench=$(CDPATH='' cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
root=${bench%/*}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

say() { printf '%s\n' "$*" >&2; }
fail() {
  say "$@"
  exit 1
}

# A temporary folder for the measurements, deleted at the end.
make_work() {
  work=$(mktemp -d "${TMPDIR:-/tmp}/muster-bench-XXXXXX")
  trap clean_up EXIT
  trap 'exit 130' INT TERM HUP
}

clean_up() { rm -rf "$work"; }

# A copy of the sources, so that measuring doesn't disturb a build there, nor changes affect it.
copy_sources() {
  mkdir "$work/source"
  tar -C "$root" --exclude=.git --exclude=target -cf - . | tar -C "$work/source" -xf -
}

# Builds the distribution in $work/muster, and the benchmarks in $work/bench.
build() {
  say "building..."
  copy_sources
  (cd "$work/source" && mvn -B -Dquick package) >"$work/build.log" 2>&1 ||
    { tail -n 30 "$work/build.log" >&2 && fail "the build failed"; }
  mv "$work/source/app/target/quick/muster" "$work/muster"
  mv "$work/source/bench/target/quick" "$work/bench"
  rm -r "$work/source"
  muster=$work/muster/bin/muster
  "$work/muster/lib/make-cds"
  unset MUSTER_CONFIG MUSTER_DB MUSTER_HEAP JAVA_OPTS MUSTER_JAVA_OPTS
}

# run_java OPTIONS... CLASS ARGUMENTS...: runs a program of the benchmarks.
run_java() {
  "$java" -XX:+UseSerialGC -Xlog:disable -cp "$work/bench/*:$work/bench/lib/*" "$@" 2>/dev/null
}

make_users() { run_java dev.muster.bench.MakeUsers "$work/data" "$@"; }

# Creates an empty directory with the users' groups, as a template.
make_template() {
  local group
  while read -r group; do
    MUSTER_DB=sqlite:$work/template.db "$muster" groups create "$group" >/dev/null
  done <"$work/data/groups"
}

fresh_database() {
  rm -rf "$1" "$1"-*
  cp "$work/template.db" "$1"
}

# Median, minimum and maximum of the numbers in a file, one a line.
spread() {
  sort -n "$1" | awk '
    { value[NR] = $1 }
    END {
      middle = NR % 2 ? value[(NR + 1) / 2] : (value[NR / 2] + value[NR / 2 + 1]) / 2
      print middle, value[1], value[NR]
    }'
}

# The busy time of all cores since the machine started, in seconds, over all processes.
busy_seconds() {
  awk -v hertz="$(getconf CLK_TCK)" '
    /^cpu / { print ($2 + $3 + $4 + $7 + $8 + $9) / hertz }' /proc/stat
}

# Waits, for at most the given seconds, until other processes use little CPU time.
wait_for_quiet() {
  local left=$1 before after
  while ((left-- > 0)); do
    before=$(busy_seconds)
    sleep 1
    after=$(busy_seconds)
    if awk -v used="$(awk -v a="$after" -v b="$before" 'BEGIN { print a - b }')" \
      'BEGIN { exit !(used < 0.15) }'; then
      return
    fi
  done
}

# Defaults of two functions that scripts with a database server override: its CPU time, and
# preparations before a run.
server_seconds() { echo 0; }
settle() { sync; }

# time_command CASE COMMAND...: runs a command. Sets $seconds, $cpu (CPU seconds, including those of a
# server that the script started) and $others (the share of all cores that other processes used).
time_command() {
  local name=$1 before after server user system status=0
  shift
  settle
  wait_for_quiet "$patience"
  server=$(server_seconds)
  before=$(busy_seconds)
  TIMEFORMAT='%R %U %S'
  { time "$@" >"$work/out" 2>"$work/err" || status=$?; } 2>"$work/time"
  after=$(busy_seconds)
  read -r seconds user system <"$work/time"
  ((status == 0)) || { cat "$work/out" "$work/err" >&2 && fail "$name ended with status $status"; }
  cpu=$(awk -v u="$user" -v s="$system" -v a="$(server_seconds)" -v b="$server" \
    'BEGIN { print u + s + a - b }')
  others=$(awk -v busy="$after" -v since="$before" -v own="$cpu" -v s="$seconds" \
    -v cores="$(nproc)" '
    BEGIN {
      others = (busy - since - own) / (s * cores) * 100
      print others < 0 ? 0 : others
    }')
}

# note CASE USERS: records the results of time_command.
note() {
  awk -v n="$2" -v s="$seconds" 'BEGIN { print n / s }' >>"$work/$1.rate"
  echo "$cpu" >>"$work/$1.cpu"
  echo "$others" >>"$work/$1.others"
  say "$(printf '  %-12s %8.0f users/s  (others had %.0f %% of the machine)' "$1" \
    "$(tail -n 1 "$work/$1.rate")" "$others")"
}

head_row() {
  cat <<'EOF'
| what | users/s | least to most | × yardstick | CPU s | others | target |
|---|---:|---:|---:|---:|---:|---|
EOF
}

# row CASE TITLE [OTHER FACTOR]: prints a row of the table. The target, if given, is FACTOR times
# OTHER's rate; all rates are compared to $yardstick.
row() {
  local rate least most target='' cpu others
  read -r rate least most < <(spread "$work/$1.rate")
  read -r cpu _ < <(spread "$work/$1.cpu")
  read -r _ _ others < <(spread "$work/$1.others")
  if (($# > 2)); then
    target=$(awk -v rate="$rate" -v other="$(spread "$work/$3.rate" | cut -d ' ' -f 1)" \
      -v name="$3" -v factor="$4" '
      BEGIN {
        met = rate >= factor * other ? "met" : "**missed**"
        printf "≥ %s × %s: %.2f, %s", factor, name, rate / other, met
      }')
  fi
  printf '| %s | %.0f | %.0f to %.0f | %.2f | %.1f | %.0f %% | %s |\n' "$2" "$rate" "$least" \
    "$most" "$(awk -v a="$rate" -v b="$yardstick" 'BEGIN { print a / b }')" "$cpu" "$others" \
    "$target"
}

# Describes the machine and its software as a Markdown list.
describe_machine() {
  local cpu memory
  cpu=$(awk -F ': ' '/^model name/ { print $2; exit }' /proc/cpuinfo)
  memory=$(awk '/^MemTotal/ { printf "%.0f", $2 / 1024 / 1024 }' /proc/meminfo)
  cat <<EOF
- machine: $cpu, $(nproc) cores, $memory GB; $(uname -sr)
- Java: $("$java" -XshowSettings:properties -version 2>&1 |
    sed -n 's/^ *java.vm.name = //p; s/^ *java.runtime.version = //p' | paste -sd ' ')
- Muster: revision $(git -C "$root" describe --always --dirty 2>/dev/null || echo unknown), $(date -u +%F)
EOF
}
