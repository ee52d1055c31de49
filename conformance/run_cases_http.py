#!/usr/bin/env python3
"""Runs the Authgear cases with their imports sent to Authgear's User Import API of `muster serve`.

Everything but the imports goes through the command line, as in run_cases.py.

usage: run_cases_http.py [--muster CMD] [--sample N] [--seed S] [--jobs J] [--filter SUBSTR] DIR...
"""
import json, os, queue, subprocess, threading, time, urllib.error, urllib.request

import run_cases

PATH = "/_api/admin/users/import"
LOGIN_IDS = {"email": "/email", "phone": "/phone_number", "username": "/preferred_username"}
PATIENCE_SECONDS = 120


def flattened(error):
    """The error of a record as the command line has it: one for each cause."""
    info = error.get("info", {})
    causes = info.get("causes") or [{"location": path(error["reason"], info)}]
    return [{"code": error["reason"], "message": error["message"], "path": cause["location"]} for cause in causes]


def path(reason, info):
    """The member of the record that an error without causes is about."""
    if reason == "InvariantViolated":
        return LOGIN_IDS[info["LoginIDTypeIncoming"]]
    return {"RoleUnknownKeys": "/roles", "GroupUnknownKeys": "/groups"}.get(reason, "")


class Server:
    """A `muster serve` of one case, from its first import to its end."""

    def __init__(self, case):
        self.process = subprocess.Popen([*case.muster, "serve", "--port", "0"], stdout=subprocess.DEVNULL,
                                        stderr=subprocess.PIPE, cwd=case.tmp, env=case.environment(), text=True)
        self.lines = queue.Queue()
        threading.Thread(target=self.listen, daemon=True).start()
        try:
            self.url = self.address() + PATH
            self.token = case.cli("token", "create").stdout.decode().strip()
        except BaseException:
            self.stop()
            raise

    def listen(self):
        for line in self.process.stderr:
            self.lines.put(line)
        self.lines.put(None)

    def address(self):
        said = []
        while True:
            line = self.lines.get(timeout=PATIENCE_SECONDS)
            if line is None:
                raise AssertionError(f"the server ended at once: {''.join(said)[:300]}")
            if line.startswith("listening on "):
                return line.split()[-1]
            said.append(line)

    def call(self, url, body=None):
        request = urllib.request.Request(url, data=body, headers={
            "Authorization": "Bearer " + self.token, "Content-Type": "application/json"})
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE_SECONDS) as response:
                return response.status, json.load(response)
        except urllib.error.HTTPError as e:
            return e.code, json.loads(e.read())

    def imported(self, body):
        """The task when it is completed, and its status."""
        status, task = self.call(self.url, body)
        if status == 200 and task.get("status") != "pending":
            raise AssertionError(f"a new task is not pending: {task}")
        end = time.monotonic() + PATIENCE_SECONDS
        while status == 200 and task["status"] == "pending" and time.monotonic() < end:
            time.sleep(0.02)
            status, task = self.call(f"{self.url}/{task['id']}")
        return status, task

    def stop(self):
        self.process.terminate()
        self.process.wait(PATIENCE_SECONDS)


class HttpCase(run_cases.Case):
    server = None

    def environment(self):
        return dict(os.environ, MUSTER_CONFIG=str(self.tmp / "muster.yml"), MUSTER_DB=f"sqlite:{self.tmp}/muster.db", NO_COLOR="1")

    def run(self):
        try:
            return super().run()
        finally:
            if self.server:
                self.server.stop()

    def step(self, s):
        if "import" not in s:
            return super().step(s)
        spec = s["import"]
        if spec["format"] != "authgear" or spec.get("args") or s.get("realm"):
            return "can't be said over HTTP: the API takes request documents for the default realm, without options"
        content = spec["content"]
        text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
        self.server = self.server or Server(self)
        return self.check(s["expect"], *self.server.imported(text.encode(spec.get("encoding", "utf-8"))))

    def check(self, expect, status, task):
        if status == 400:
            exit_status, report = 2, task
        elif status == 200 and task["status"] == "completed":
            exit_status = 1 if task["summary"]["failed"] else 0
            report = dict(task, details=[
                dict(d, errors=[f for e in d["errors"] for f in flattened(e)]) if "errors" in d else d
                for d in task["details"]])
        else:
            return f"status {status}: {str(task)[:300]}"
        if expect.get("exit", exit_status) != exit_status:
            return f"as exit {exit_status}, expected {expect['exit']}: {str(task)[:300]}"
        return run_cases.matches({k: v for k, v in expect.items() if k != "exit"}, report)


if __name__ == "__main__":
    run_cases.Case = HttpCase
    run_cases.main()
