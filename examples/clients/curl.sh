#!/bin/sh
# Imports users through Authgear's User Import API with curl, and prints the completed task.
#
#   MUSTER_TOKEN=$(muster token create) ./curl.sh ../authgear-users.json
#
# MUSTER_URL    the server, http://127.0.0.1:8420 if it is not set
# MUSTER_TOKEN  a token with the scopes imports:write and imports:read
set -eu

file=$1
endpoint=${MUSTER_URL:-http://127.0.0.1:8420}/_api/admin/users/import

# The token goes through a pipe, because other users can see the arguments of commands.
call() {
  printf 'header = "Authorization: Bearer %s"\n' "$MUSTER_TOKEN" |
    curl --silent --show-error --fail-with-body --config - "$@"
}

fail() {
  printf '%s\n' "$task" >&2
  exit 1
}

task=$(call --header 'Content-Type: application/json' --data-binary "@$file" "$endpoint") || fail
id=$(printf '%s' "$task" | sed 's/.*"id":"\([^"]*\)".*/\1/')
until printf '%s' "$task" | grep -q '"status":"completed"'; do
  sleep 0.2
  task=$(call "$endpoint/$id") || fail
done
printf '%s\n' "$task"
