"""Runs a command at a pseudo-terminal.

terminal.py TEXT KEYS [TEXT KEYS]... -- COMMAND...

Once the terminal has shown TEXT, KEYS are typed; the KEYS "hang up" close the terminal instead. What
the terminal has shown goes to standard output. The exit status is the command's: 128 and the signal's
number if a signal ended it, 99 if it did not end within a minute.
"""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time

split = sys.argv.index("--")
words = sys.argv[1:split]
steps = list(zip(words[0::2], words[1::2]))
command = sys.argv[split + 1:]

child, terminal = pty.fork()
if child == 0:
    os.environ["TERM"] = "xterm"
    os.execvp(command[0], command)

fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
end = time.time() + 60
shown = b""
seen = 0
while terminal is not None and time.time() < end:
    if not select.select([terminal], [], [], 1)[0]:
        continue
    try:
        some = os.read(terminal, 65536)
    except OSError:  # the command has ended
        break
    if not some:
        break
    shown += some
    sys.stdout.buffer.write(some)
    sys.stdout.flush()
    while steps and steps[0][0].encode() in shown[seen:]:
        text, keys = steps.pop(0)
        seen = shown.index(text.encode(), seen) + len(text)
        if keys == "hang up":
            os.close(terminal)
            terminal = None
            break
        os.write(terminal, keys.encode())

while time.time() < end:
    ended, status = os.waitpid(child, os.WNOHANG)
    if ended:
        code = os.waitstatus_to_exitcode(status)
        sys.exit(code if code >= 0 else 128 - code)
    time.sleep(0.05)
os.kill(child, signal.SIGKILL)
sys.exit(99)
