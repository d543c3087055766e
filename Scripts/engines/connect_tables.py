"""Makes tables in Parquet of a folder of CSV, at a server of Spark Connect: connect_tables.py PORT DATABASE FOLDER

The messages are those of Spark Connect, written by hand and sent by curl, so that no package is needed.
"""

import pathlib
import struct
import subprocess
import sys
import urllib.parse
import uuid

PORT, DATABASE, FOLDER = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
SESSION = str(uuid.uuid4())
CSV = """header 'true', escape '"', multiLine 'true', mode 'FAILFAST'"""


def varint(number):
    parts = []
    while number > 0x7F:
        parts.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes(parts + [number])


def field(number, content):
    content = content.encode() if isinstance(content, str) else content
    return varint(number << 3 | 2) + varint(len(content)) + content


def run(sql):
    """Runs a statement; ends the program if the server does not say that it was done."""
    query = field(10, field(1, sql))
    plan = field(2, field(5, field(1, sql) + field(6, query)))
    message = field(1, SESSION) + field(2, field(1, "loader")) + field(3, plan)
    answer = subprocess.run(
        ["curl", "-sS", "--http2-prior-knowledge", "-H", "content-type: application/grpc", "-H", "te: trailers"]
        + ["-o", "/dev/null", "-D", "-", "--data-binary", "@-"]
        + [f"http://127.0.0.1:{PORT}/spark.connect.SparkConnectService/ExecutePlan"],
        input=b"\0" + struct.pack(">I", len(message)) + message, capture_output=True)
    said = dict(line.split(": ", 1) for line in answer.stdout.decode().splitlines() if ": " in line)
    if said.get("grpc-status") != "0":
        words = urllib.parse.unquote(said.get("grpc-message", "")) or answer.stderr.decode() or "no answer"
        sys.exit(f"{sql[:100]}: {words[:1000]}")


def text(words):
    return f"cast(unhex('{words.encode().hex()}') as string)"


run(f"CREATE DATABASE IF NOT EXISTS `{DATABASE}`")
for path in sorted(FOLDER.glob("*.csv")):
    view, table = f"`load_{path.stem}`", f"`{DATABASE}`.`{path.stem}`"
    run(f"CREATE OR REPLACE TEMPORARY VIEW {view} USING csv OPTIONS (path '{path}', {CSV})")
    run(f"DROP TABLE IF EXISTS {table}")
    run(f"CREATE TABLE {table} USING parquet AS SELECT * FROM {view}")
documents = [(p.name, p.read_text()) for p in (FOLDER / "dataset.json", FOLDER / "measures.json") if p.exists()]
run(f"DROP TABLE IF EXISTS `{DATABASE}`.tadrib_documents")
if documents:
    rows = " UNION ALL ".join(f"SELECT {text(name)} AS name, {text(content)} AS content" for name, content in documents)
    run(f"CREATE TABLE `{DATABASE}`.tadrib_documents USING parquet AS {rows}")
