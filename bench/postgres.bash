# What the programs that measure PostgreSQL share, on top of common.bash; read by them, not run.
#
# They work in a database of somebody's, --db URL, or start a server of their own for as long as
# they run, with the binaries in --binaries, on the path, or where Debian puts them.

source "$(dirname "${BASH_SOURCE[0]}")/common.bash"

db=''
binaries=''
server_settings=(shared_buffers=1GB max_wal_size=4GB)
postmaster=''
workers=()

# Takes an option that all of them have; false if it is none.
postgres_option() {
  case $1 in
    --db) db=$2 ;;
    --binaries) binaries=$2 ;;
    --set) server_settings+=("$2") ;;
    *) return 1 ;;
  esac
}

# sql [OPTIONS...]: psql on the database, stopping at the first error; schema, if set, is where
# tables are.
sql() {
  PGOPTIONS="${schema:+-c search_path=${schema:-}}" psql -XAtq -v ON_ERROR_STOP=1 "$@" -d "$db"
}

# The database to measure in, empty.
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

# CPU seconds that a server of ours has taken; 0 for somebody else's, who can't be asked.
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
        # of those that have ended
        if (id == postmaster) ticks += $14 + $15
      }
      END { print ticks / hertz }'
}

# Leaves no work of the past to be done meanwhile: what is dirty is written, and with it the
# database begins to log whole pages anew.
settle() {
  sql -c CHECKPOINT 2>/dev/null || true
  sync
}

wal_position() { sql -c 'SELECT pg_current_wal_insert_lsn()'; }

# MB that were logged since a position.
wal_since() { sql -c "SELECT round(pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '$1') / 1048576)"; }

# MB of tables and their indexes in $schema.
megabytes() {
  sql -c "SELECT round(sum(pg_total_relation_size(oid)) / 1048576) FROM pg_class
    WHERE relkind = 'r' AND relnamespace = '$schema'::regnamespace"
}

# make_copies USERS USERS-PER-TRANSACTION LAYOUT...: ready-made rows in $work/copies.
make_copies() { run_java -Xmx2g dev.muster.bench.MakeCopies "$work/copies" "$@"; }

# The empty tables of a layout, in $schema.
fresh_schema() {
  sql -c "CREATE SCHEMA $schema"
  sql -f "$work/copies/$1/create.sql"
}

drop_schema() { sql -c 'SET client_min_messages = warning' -c "DROP SCHEMA $schema CASCADE"; }

# Drops everything; only in a database that was empty to begin with.
empty_database() {
  sql -c 'SET client_min_messages = warning' -c "DO \$\$ DECLARE name text; BEGIN
    FOR name IN SELECT nspname FROM pg_namespace
      WHERE nspname NOT LIKE 'pg\_%' AND nspname <> 'information_schema'
    LOOP EXECUTE format('DROP SCHEMA %I CASCADE', name); END LOOP; END \$\$" \
    -c 'CREATE SCHEMA public'
}

# copy LAYOUT [CONNECTIONS]: its ready-made rows, transaction by transaction.
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

# The server and what it was told, as an item of a Markdown list.
describe_server() {
  printf -- '- PostgreSQL: %s' "$server_version"
  local name
  for name in shared_buffers max_wal_size synchronous_commit fsync full_page_writes \
    wal_compression; do
    printf ', %s %s' "$name" "$(sql -c "SHOW $name")"
  done
  printf '\n'
}
