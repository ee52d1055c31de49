#!/usr/bin/env python3
"""Imports users through Authgear's User Import API, and prints the completed task.

  MUSTER_TOKEN=$(muster token create) python3 import_users.py ../../authgear-users.json

MUSTER_URL    the server, http://127.0.0.1:8420 if it is not set
MUSTER_TOKEN  a token with the scopes imports:write and imports:read
"""
import json
import os
import sys
import time
import urllib.error
import urllib.request

SERVER = os.environ.get("MUSTER_URL", "http://127.0.0.1:8420")
ENDPOINT = SERVER + "/_api/admin/users/import"


def call(url, body=None):
    """Returns the JSON document that the server answers with."""
    request = urllib.request.Request(url, data=body)
    request.add_header("Authorization", "Bearer " + os.environ["MUSTER_TOKEN"])
    request.add_header("Content-Type", "application/json")
    try:
        with urllib.request.urlopen(request, timeout=60) as response:
            return json.load(response)
    except urllib.error.HTTPError as error:
        sys.exit(f"{error.code} {error.read().decode('utf-8')}")


def main(file):
    with open(file, "rb") as users:
        task = call(ENDPOINT, users.read())
    while task["status"] == "pending":
        time.sleep(0.2)
        task = call(f"{ENDPOINT}/{task['id']}")
    print(json.dumps(task, indent=2, ensure_ascii=False))


if __name__ == "__main__":
    main(sys.argv[1])
