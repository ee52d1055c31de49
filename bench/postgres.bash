# Shared by the scripts that measure PostgreSQL, in addition to common.bash; they source it.
#
# The scripts use an existing database, --db URL, or start a temporary server, with the binaries in
# --binaries, on the path, or where Debian installs them.

source "$(dirname "${BASH_SOURCE[0]}")/common.bash"

db=''
binaries=''
server_settings=(shared_buffers=1GB max_wal_size=4GB)
postmaster=''
workers=()

# Parses an option that all these scripts have; false for another option.
postgres_option() {
  case $1 in
    --db) db=$2 ;;
    --binaries) binaries=$2 ;;
    --set) server_settings+=("$2") ;;
    *) return 1 ;;
  esac
}

# sql [OPTIONS...]: runs psql on the database, stopping at the first error. $schema, if set, is the
# schema of the tables.
sql() {
  PGOPTIONS="${schema:+-c search_path=${schema:-}}" psql -XAtq -v ON_ERROR_STOP=1 "$@" -d "$db"
}

# Prepares the empty database to measure in.
make_database() {
  command -v psql >/dev/null || fail "psql is needed, from PostgreSQL's client programs"
  [[ -n $db ]] || start_server
  local tables
  tables=$(sql -c "SELECT count(*) FROM pg_class WHERE relkind IN ('r', 'p', 'v', 'm', 'S')
    AND relnamespace NOT IN (SELECT oid FROM pg_namespace
      WHERE nspname LIKE 'pg\_%' OR nspname = 'information_schema')") ||
    fail "the database can't be reached"
  [[ $tables == 0 ]] || fail "that database has tables in it; an empty one is needed"
  server_version=$(sql -c 'SHOW server_version')
}

start_server() {
  local setting pg_ctl
  if [[ -z $binaries ]]; then
    pg_ctl=$(command -v pg_ctl || compgen -G '/usr/lib/postgresql/*/bin/pg_ctl' | sort -V |
      tail -n 1) || true
    [[ -n $pg_ctl ]] ||
      fail "no PostgreSQL found; install it, or name a database by --db postgresql://..."
    binaries=${pg_ctl%/*}
  fi
  say "starting $("$binaries/postgres" --version)..."
  cluster=$(mktemp -d "${TMPDIR:-/tmp}/muster-cluster-XXXXXX")
  # PostgreSQL doesn't run as root.
  as_server=()
  if ((EUID == 0)); then
    server_user=$(id -un postgres 2>/dev/null || echo nobody)
    chown "$server_user" "$cluster"
    as_server=(setpriv "--reuid=$server_user" "--regid=$(id -g "$server_user")" --clear-groups)
  fi
  printf 'muster\n' >"$cluster/password"
  ((EUID != 0)) || chown "$server_user" "$cluster/password"
  port=$(free_port)
  (
    cd "$cluster"
    "${as_server[@]}" "$binaries/initdb" --pgdata=data --username=muster --pwfile=password \
      --auth=scram-sha-256 --encoding=UTF8 --locale=C.UTF-8 >initdb.log 2>&1
  ) || { cat "$cluster/initdb.log" >&2 && fail "initdb failed"; }
  {
    printf '%s\n' "port = $port" "listen_addresses = '127.0.0.1'" "unix_socket_directories = ''"
    for setting in "${server_settings[@]}"; do
      printf "%s = '%s'\n" "${setting%%=*}" "${setting#*=}"
    done
  } >>"$cluster/data/postgresql.conf"
  (
    cd "$cluster"
    "${as_server[@]}" "$binaries/pg_ctl" start --wait --pgdata=data --log="$cluster/server.log" \
      >pg_ctl.log 2>&1
  ) || { cat "$cluster/pg_ctl.log" "$cluster/server.log" >&2 && fail "the server did not start"; }
  postmaster=$(head -n 1 "$cluster/data/postmaster.pid")
  db=postgresql://muster:muster@127.0.0.1:$port/postgres
  sql -c 'CREATE DATABASE muster'
  db=postgresql://muster:muster@127.0.0.1:$port/muster
}

free_port() {
  local candidate
  while candidate=$((20000 + RANDOM % 20000)); do
    (: <"/dev/tcp/127.0.0.1/$candidate") 2>/dev/null || break
  done
  echo "$candidate"
}

clean_up() {
  ((${#workers[@]} == 0)) || kill "${workers[@]}" 2>/dev/null || true
  if [[ -n ${cluster:-} ]]; then
    (cd "$cluster" && "${as_server[@]}" "$binaries/pg_ctl" stop --pgdata=data --mode=fast) \
      >/dev/null 2>&1 || true
    rm -rf "$cluster"
  fi
  rm -rf "$work"
}

# CPU seconds of a server that this script started; 0 for another one, which can't be measured.
server_seconds() {
  local hertz
  [[ -n $postmaster ]] || { echo 0 && return; }
  hertz=$(getconf CLK_TCK)
  cat "/proc/$postmaster/stat" \
    $(pgrep -P "$postmaster" | sed 's|.*|/proc/&/stat|') 2>/dev/null |
    awk -v hertz="$hertz" -v postmaster="$postmaster" '
      {
        id = $1
        sub(/^.*\) /, "")
        ticks += $12 + $13
        # of processes that have ended
        if (id == postmaster) ticks += $14 + $15
      }
      END { print ticks / hertz }'
}

# Forces a checkpoint, so that earlier writes don't affect a run. After it, the first change of each
# page writes the full page to the WAL again.
settle() {
  sql -c CHECKPOINT 2>/dev/null || true
  sync
}

wal_position() { sql -c 'SELECT pg_current_wal_insert_lsn()'; }

# MB of WAL since a position.
wal_since() { sql -c "SELECT round(pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '$1') / 1048576)"; }

# MB of tables and their indexes in $schema.
megabytes() {
  sql -c "SELECT round(sum(pg_total_relation_size(oid)) / 1048576) FROM pg_class
    WHERE relkind = 'r' AND relnamespace = '$schema'::regnamespace"
}

# make_copies USERS USERS-PER-TRANSACTION LAYOUT...: prepares rows in $work/copies.
make_copies() { run_java -Xmx2g dev.muster.bench.MakeCopies "$work/copies" "$@"; }

# Creates the empty tables of a layout in $schema.
fresh_schema() {
  sql -c "CREATE SCHEMA $schema"
  sql -f "$work/copies/$1/create.sql"
}

drop_schema() { sql -c 'SET client_min_messages = warning' -c "DROP SCHEMA $schema CASCADE"; }

# serve URL: starts a server of a directory. Sets $address.
serve() {
  "$muster" --db "$1" serve --port 0 2>"$work/serve" &
  workers=($!)
  while ! address=$(sed -n 's/^.*listening on \(http[^ ]*\).*/\1/p' "$work/serve") ||
    [[ -z $address ]]; do
    kill -0 "${workers[0]}" 2>/dev/null || { cat "$work/serve" >&2 && fail "the server ended"; }
    sleep 0.1
  done
}

# Ends that server.
stop_serving() {
  kill "${workers[0]}"
  wait "${workers[0]}" || fail "the server ended with status $?"
  workers=()
}

# Drops everything; only called for a database that was empty at the start.
empty_database() {
  sql -c 'SET client_min_messages = warning' -c "DO \$\$ DECLARE name text; BEGIN
    FOR name IN SELECT nspname FROM pg_namespace
      WHERE nspname NOT LIKE 'pg\_%' AND nspname <> 'information_schema'
    LOOP EXECUTE format('DROP SCHEMA %I CASCADE', name); END LOOP; END \$\$" \
    -c 'CREATE SCHEMA public'
}

# copy LAYOUT [CONNECTIONS]: copies its prepared rows, transaction by transaction.
copy() {
  local connections=${2:-1} connection i pid status=0
  local scripts=("$work/copies/$1"/*.psql)
  local pids=()
  for ((connection = 0; connection < connections; connection++)); do
    for ((i = connection; i < ${#scripts[@]}; i += connections)); do
      printf '\\i %s\n' "${scripts[i]}"
    done >"$work/connection-$connection"
    sql -f "$work/connection-$connection" &
    pids+=($!)
  done
  for pid in "${pids[@]}"; do
    wait "$pid" || status=$?
  done
  return "$status"
}

# Describes the server and its settings as an item of a Markdown list.
describe_server() {
  printf -- '- PostgreSQL: %s' "$server_version"
  local name
  for name in shared_buffers max_wal_size synchronous_commit fsync full_page_writes \
    wal_compression; do
    printf ', %s %s' "$name" "$(sql -c "SHOW $name")"
  done
  printf '\n'
}
