"""Writes vector files: a header; then password as a JSON string, encoded hash, expected verdict."""

import json
from pathlib import Path

ASCII = "correct horse battery staple"
ACCENTED = "pässwörd ünïcödé"
ASTRAL = "пароль 密码 🔑"
LONG = "0123456789abcdef" * 6

WRONG = "not the password"


def write(scheme, rows):
    """rows: (password, encoded, expected). A hash that comes without a refusal gets one."""
    rows = list(rows)
    refused = {encoded for _, encoded, expected in rows if not expected}
    for _, encoded, _ in list(rows):
        if encoded not in refused:
            refused.add(encoded)
            rows.append((WRONG, encoded, False))
    lines = ["password\tencoded\texpected"]
    for password, encoded, expected in rows:
        cells = json.dumps(password, ensure_ascii=False), encoded, json.dumps(expected)
        lines.append("\t".join(cells))
    path = Path(__file__).parent / (scheme + ".tsv")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(path.name, len(rows))
