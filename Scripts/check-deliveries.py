"""Sends releases by mail to aiosmtpd with TLS, and counts what arrives; see check-deliveries."""

import asyncio
import email
import email.policy
import json
import logging
import os
import pathlib
import random
import shutil
import signal
import ssl
import subprocess
import sys
import threading
import time
import warnings

from aiosmtpd.smtp import SMTP, AuthResult

TADRIB, PLACE = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
TABLES = {
    "courses.csv": "course_id,title,topic,kind,hours\nC1,Course,cyber-security,course,4\n",
    "sessions.csv": "session_id,course_id,start_date,end_date,status\nS1,C1,2019-07-01,2019-07-02,held\n"
                    "S2,C1,2019-08-01,2019-08-02,held\n",
    "trainees.csv": "trainee_id,name,state,sex\nT1,One Person,KWT,F\nT2,Another Person,QAT,M\n",
    "participations.csv": "session_id,trainee_id,status\nS1,T1,attended\nS2,T1,attended\nS2,T2,attended\n",
}
SECRET = "the password of the office"


logging.getLogger("mail.log").setLevel(logging.CRITICAL)
warnings.simplefilter("ignore")


class Box:
    """Takes mails as it is told, and keeps them."""

    def __init__(self):
        self.mails, self.recipient, self.delay, self.greylisted = [], None, 0, 0

    async def handle_RCPT(self, server, session, envelope, address, options):
        if self.greylisted > 0:
            self.greylisted -= 1
            return "451 4.7.1 Greylisted, try again later"
        if address == self.recipient:
            return "550 5.1.1 No such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        # The mail is taken with its end; the answer may come late.
        mail = email.message_from_bytes(envelope.content, policy=email.policy.default)
        mail["X-RcptTo"] = ", ".join(envelope.rcpt_tos)
        self.mails.append(mail)
        await asyncio.sleep(self.delay)
        return "250 Taken"


def authenticate(server, session, envelope, mechanism, data):
    return AuthResult(success=data.login == b"office" and data.password == SECRET.encode(), handled=False)


def serve(box, implicit=False):
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(PLACE / "certificate.pem", PLACE / "key.pem")
    ways = {} if implicit else {"tls_context": context, "require_starttls": True}
    loop = asyncio.new_event_loop()

    def session():
        return SMTP(box, hostname="localhost", authenticator=authenticate, auth_require_tls=not implicit,
                    auth_required=True, loop=loop, **ways)

    server = loop.run_until_complete(
        loop.create_server(session, "127.0.0.1", 0, ssl=context if implicit else None))
    threading.Thread(target=loop.run_forever, daemon=True).start()
    return (lambda: loop.call_soon_threadsafe(server.close)), server.sockets[0].getsockname()[1]


class Office:
    """A folder with records, a schedule of monthly releases and the password."""

    def __init__(self, port, scheme="smtp", to=("board@example.org",), more="", password=SECRET):
        self.folder = PLACE / f"office-{random.getrandbits(48):x}"
        (self.folder / "d").mkdir(parents=True)
        for name, text in TABLES.items():
            (self.folder / "d" / name).write_text(text)
        secret = self.folder / "secret"
        secret.write_text(password + "\n")
        secret.chmod(0o600)
        definition = {"tables": [{"section": "key-figures"}]}
        (self.folder / "r.json").write_text(json.dumps(definition))
        schedule = {
            "from": "2019-07",
            "mail": {"from": "office@example.org", "server": f"{scheme}://localhost:{port}", "user": "office",
                     "passwordFile": "secret", "authority": str(PLACE / "certificate.pem"), "pause": 0, "timeout": 4},
            "reports": [{"name": "monthly", "recurrence": "monthly", "dataset": "d", "output": "out",
                         "definition": "r.json", "formats": ["md", "xlsx"], "languages": ["en", "ar"],
                         "deliver": [{"name": "board", "to": list(to), "language": "both",
                                      "attach": ["xlsx", "md"]}]}],
        }
        (self.folder / "s.json").write_text(json.dumps(schedule))

    def start(self, *options):
        return subprocess.Popen([TADRIB, "run", self.folder / "s.json", "--today", "2019-09-03", *options], env={},
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def run(self, *options):
        process = self.start(*options)
        said, errors = process.communicate()
        assert SECRET not in said + errors, "the password is told"
        return process.returncode, errors

    def states(self):
        path = self.folder / "out" / "deliveries.json"
        assert SECRET not in path.read_text(), "the password is written down"
        return [entry["state"] for entry in json.loads(path.read_text())["deliveries"]]


def expect(holds, words):
    print(("ok: " if holds else "NOT: ") + words, flush=True)
    if not holds:
        sys.exit(1)


def arrives():
    for scheme in ("smtp", "smtps"):
        box = Box()
        stop, port = serve(box, implicit=scheme == "smtps")
        office = Office(port, scheme)
        code, errors = office.run()
        expect(code == 0 and len(box.mails) == 2, f"{scheme}: two releases, two mails ({code} {errors})")
        mail = box.mails[0]
        names = [part.get_filename() for part in mail.iter_attachments()]
        expect(sorted(names) == ["monthly-2019-07.ar.md", "monthly-2019-07.md", "monthly-2019-07.xlsx"],
               f"attached: {names}")
        text = mail.get_body(("plain",)).get_content()
        expect("Person" not in mail.as_string() + text, "no person is in it")
        expect("Participations: 1" in text and "المشاركات: ١" in text, "the figures are in the text, in both languages")
        code, errors = office.run()
        expect(code == 0 and not errors and len(box.mails) == 2, f"{scheme}: again, and nothing is sent")
        stop()


def refusals():
    box = Box()
    stop, port = serve(box)
    office = Office(port, password="another one")
    code, errors = office.run()
    expect(code == 77 and not box.mails and "failed" in office.states(), f"wrong password: {code} {errors.strip()}")
    (office.folder / "secret").write_text(SECRET)
    expect(office.run()[0] == 0 and len(box.mails) == 2, "the right password, and all arrives")

    box.mails, box.recipient = [], "gone@example.org"
    office = Office(port, to=("board@example.org", "gone@example.org"))
    code, errors = office.run()
    expect(code == 69 and "gone@example.org: 550 5.1.1 No such mailbox" in errors, f"refused: {code} {errors.strip()}")
    expect([mail["x-rcptto"] for mail in box.mails] == ["board@example.org"] * 2, "refused: the other address has it")
    expect(office.run() == (0, "") and len(box.mails) == 2, "refused: told once")
    box.recipient = None
    expect(office.run("--resend", "monthly/board/2019-07")[0] == 0
           and [mail["x-rcptto"] for mail in box.mails[2:]] == ["gone@example.org"],
           "refused: sent again when asked for, to whom it was refused alone")
    expect(office.run("--acknowledge", "all")[0] == 0 and office.states() == ["delivered", "acknowledged"], "settled")
    expect(office.run("--resend", "all") == (0, "") and len(box.mails) == 3, "settled: it stays so")

    box.mails, box.greylisted = [], 6
    office = Office(port)
    code, errors = office.run()
    expect(code == 69 and not box.mails, f"greylisted: {code} {errors.strip()}")
    expect(office.run()[0] == 0 and len(box.mails) == 2, "greylisted: the next run delivers it")

    box.mails, box.delay = [], 2
    office = Office(port)
    expect(office.run()[0] == 0 and len(box.mails) == 2, "a slow server is waited for")
    box.mails, box.delay = [], 12
    office = Office(port)
    code, errors = office.run()
    expect(code == 69 and office.states() == ["uncertain"] * 2, f"too slow: {code} {errors.strip()}")
    box.delay = 0
    time.sleep(1)
    expect(office.run() == (0, "") and len(box.mails) == 2, "too slow: not sent again by itself")
    stop()
    office = Office(port)
    code, errors = office.run()
    expect(code == 69 and (office.folder / "out/2019-08/manifest.json").exists(), f"nobody there: {code}")


def kills(count):
    seed = random.randrange(1 << 32)
    chance = random.Random(seed)
    box = Box()
    stop, port = serve(box)
    start = time.monotonic()
    Office(port).run()
    longest = time.monotonic() - start
    uncertain = killed = twice = lost = 0
    for _ in range(count):
        box.mails = []
        box.delay = chance.choice([0, 0.02, 0.1])
        office = Office(port)
        for _ in range(3):
            process = office.start()
            time.sleep(chance.uniform(0, longest * 1.1))
            process.send_signal(signal.SIGKILL)
            process.communicate()
            killed += process.returncode == -signal.SIGKILL
        time.sleep(0.05)
        code, errors = office.run()
        time.sleep(0.15)
        subjects = [mail["subject"] for mail in box.mails]
        twice += len(subjects) - len(set(subjects))
        states = office.states()
        uncertain += states.count("uncertain")
        # What is not known may be missing; everything else has arrived.
        lost += max(0, states.count("delivered") - len(set(subjects)))
        assert set(states) <= {"delivered", "uncertain"} and len(states) == 2, (states, code, errors)
        shutil.rmtree(office.folder)
    stop()
    expect(twice == 0 and lost == 0, f"{killed} kills of {count} offices (seed {seed}): nothing twice, nothing lost, "
                                     f"{uncertain} of {2 * count} uncertain")


arrives()
refusals()
kills(int(os.environ.get("TADRIB_KILLS", "60")))
print("Each mail arrives once.")
