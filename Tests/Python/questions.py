"""The questions of a training office: the answers of tadrib beside those of SQL in SQLite, on synthetic samples.

The arguments are the program, the folder of the sample of a centre and that of a plan. Each question has a command and a query;
every cell must agree.
"""
import csv
import io
import math
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile

import plan_questions

TODAY = "2019-12-31"

# What the queries ask: participations with what belongs to them on the day on which their session starts.
VIEWS = """
CREATE VIEW held AS
    SELECT s.*, c.topic, c.kind, c.completion, c.kind IN ('course', 'seminar', 'workshop', 'exercise') AS trains,
           substr(s.end_date, 1, 4) AS year,
           substr(s.end_date, 1, 4) || '-Q' || ((substr(s.end_date, 6, 2) + 2) / 3) AS quarter
    FROM sessions s JOIN courses c USING (course_id) WHERE s.status = 'held' AND s.end_date <= today();
CREATE VIEW part AS
    SELECT p.*, h.course_id, h.trains, h.year, h.quarter, h.topic, h.end_date, t.sex,
           p.status IN ('attended', 'completed') AS attends,
           CASE WHEN a.trainee_id IS NULL THEN t.state ELSE a.state END AS state,
           CASE WHEN a.trainee_id IS NULL THEN t.institution ELSE a.institution END AS institution,
           CASE WHEN a.trainee_id IS NULL THEN t.sector ELSE a.sector END AS sector
    FROM participations p JOIN held h USING (session_id) JOIN trainees t USING (trainee_id)
    LEFT JOIN affiliations a ON a.trainee_id = p.trainee_id AND a."from" =
        (SELECT max("from") FROM affiliations WHERE trainee_id = p.trainee_id AND "from" <= h.start_date);
CREATE VIEW asked AS
    SELECT p.course_id, p.session_id, f.trainee_id, f.applied, f.supervisor_rating, f.benefit
    FROM part p JOIN followups f USING (session_id, trainee_id) WHERE p.attends AND p.trains;
CREATE VIEW taught AS
    SELECT DISTINCT a.trainer_id, a.session_id, h.course_id, h.trains FROM assignments a JOIN held h USING (session_id);
"""

# Name, command, query. Unknown members are '_U'; a figure that is not applicable is '_Z'.
QUESTIONS = [
    ("trainees by state and year, with shares of the total",
     "--rows state,year --measures trainees --transforms share",
     """WITH n AS (SELECT coalesce(state, '_U') AS state, year,
                      count(DISTINCT iif(attends AND trains, trainee_id, NULL)) AS n FROM part GROUP BY 1, 2)
        SELECT state, year, n, 1.0 * n / (SELECT count(DISTINCT trainee_id) FROM part WHERE attends AND trains) FROM n"""),
    ("institutions that sent nobody in February 2018",
     "--rows institution --measures trainees --period 2018-02 --include-empty --having trainees=0",
     """WITH known AS (SELECT institution FROM trainees UNION SELECT institution FROM affiliations
                      UNION SELECT member FROM labels WHERE dimension = 'institution')
        SELECT institution, 0 FROM known WHERE institution IS NOT NULL AND institution NOT IN
            (SELECT institution FROM part WHERE attends AND trains AND substr(end_date, 1, 7) = '2018-02' AND institution IS NOT NULL)"""),
    ("persons with three courses or more",
     "--rows trainee --measures courses,participations --persons courses>=3",
     """SELECT trainee_id, count(DISTINCT course_id), count(*) FROM part WHERE attends AND trains
        GROUP BY 1 HAVING count(DISTINCT course_id) >= 3"""),
    ("those who came three times or more, by state",
     "--rows state --measures trainees,participations --persons participations>=3",
     """SELECT coalesce(state, '_U'), count(DISTINCT iif(attends AND trains, trainee_id, NULL)), sum(attends AND trains)
        FROM part WHERE trainee_id IN (SELECT trainee_id FROM part WHERE attends AND trains GROUP BY 1 HAVING count(*) >= 3)
        GROUP BY 1"""),
    ("satisfaction by course",
     "--rows course --measures rating-mean,rating-count",
     """SELECT course_id, coalesce(avg(p.rating), '_Z'), count(p.rating)
        FROM held LEFT JOIN (SELECT * FROM part WHERE attends AND trains) p USING (course_id, session_id) GROUP BY 1"""),
    ("satisfaction by trainer",
     "--rows trainer --measures rating-mean,rating-count",
     """SELECT trainer_id, coalesce(avg(p.rating), '_Z'), count(p.rating)
        FROM taught t LEFT JOIN (SELECT * FROM part WHERE attends AND trains) p USING (session_id) GROUP BY 1"""),
    ("courses filled under half",
     "--rows course --measures fill-rate,seats --having fill-rate<0.5",
     """WITH seated AS (SELECT h.course_id, h.session_id, h.capacity,
                (SELECT count(*) FROM part WHERE session_id = h.session_id AND attends)
                + (SELECT coalesce(sum(participants), 0) FROM headcounts WHERE session_id = h.session_id) AS came
            FROM held h WHERE h.capacity IS NOT NULL)
        SELECT course_id, 1.0 * sum(came) / sum(capacity), sum(capacity) FROM seated
        GROUP BY 1 HAVING 1.0 * sum(came) / sum(capacity) < 0.5"""),
    ("no-show rate by institution, with its interval",
     "--rows institution --measures no-show-rate,enrolments --intervals",
     """SELECT coalesce(institution, '_U'), rate(sum(status = 'no-show'), count(*)),
               lower(sum(status = 'no-show'), count(*)), upper(sum(status = 'no-show'), count(*)), count(*)
        FROM (SELECT institution, iif(trains, status, NULL) AS status FROM part) WHERE status IS NOT NULL GROUP BY 1"""),
    ("trainees against the same quarter a year before",
     "--rows quarter --measures trainees --transforms change-on-year",
     """WITH q AS (SELECT h.quarter, count(DISTINCT iif(p.attends AND p.trains, p.trainee_id, NULL)) AS n
                  FROM held h LEFT JOIN part p USING (session_id) GROUP BY 1)
        SELECT q.quarter, q.n, coalesce(q.n - b.n, '_Z') FROM q LEFT JOIN q b
            ON b.quarter = (substr(q.quarter, 1, 4) - 1) || substr(q.quarter, 5)"""),
    ("women's share by sector, the unknown in the base",
     "--rows sector --columns sex --measures trainees --transforms share-of-row --layout tidy",
     # The groups that were counted in a dialogue make a cell too, of unknown sector and sex.
     """WITH n AS (SELECT coalesce(sector, '_U') AS sector, coalesce(sex, '_U') AS sex,
                      count(DISTINCT iif(attends AND trains, trainee_id, NULL)) AS n
                  FROM (SELECT sector, sex, attends, trains, trainee_id FROM part
                        UNION ALL SELECT NULL, NULL, 0, 0, NULL FROM headcounts JOIN held USING (session_id)) GROUP BY 1, 2)
        SELECT sector, sex, n, 1.0 * n / (SELECT count(DISTINCT trainee_id) FROM part
            WHERE attends AND trains AND coalesce(sector, '_U') = n.sector) FROM n"""),
    ("women's share by sector, the unknown out of the base",
     "--rows sector --columns sex --measures trainees --transforms share-of-row --where sex!=_U --layout tidy",
     """WITH n AS (SELECT coalesce(sector, '_U') AS sector, sex, count(DISTINCT iif(attends AND trains, trainee_id, NULL)) AS n
                  FROM part WHERE sex IS NOT NULL GROUP BY 1, 2)
        SELECT sector, sex, n, 1.0 * n / (SELECT count(DISTINCT trainee_id) FROM part
            WHERE attends AND trains AND sex IS NOT NULL AND coalesce(sector, '_U') = n.sector) FROM n"""),
    ("the ten trainers with most hours",
     "--rows trainer --measures trainer-hours --sort trainer-hours --top 10",
     """WITH hours AS (SELECT trainer_id, sum(iif(trains, a.hours, 0)) AS hours
                      FROM assignments a JOIN held h USING (session_id) GROUP BY 1),
             ranked AS (SELECT *, row_number() OVER (ORDER BY hours DESC, trainer_id) AS place FROM hours)
        SELECT trainer_id, hours FROM ranked WHERE place <= 10
        UNION ALL SELECT '_O', sum(hours) FROM ranked WHERE place > 10"""),
    ("gain by course, with the number of those who have both scores",
     "--rows course --measures gain-mean,gain-count",
     """SELECT h.course_id, coalesce(avg(100.0 * (p.post_score - p.pre_score) / coalesce(c.max_score, 100)), '_Z'),
               count(p.post_score - p.pre_score)
        FROM held h JOIN courses c USING (course_id)
        LEFT JOIN (SELECT * FROM part WHERE attends AND trains) p USING (session_id) GROUP BY 1"""),
]

def interval(cases, of):
    """The ends of Wilson's interval (1927) at 95 %."""
    z = 1.959963984540054
    middle = (cases + z * z / 2) / (of + z * z)
    reach = z / (of + z * z) * math.sqrt(cases * (of - cases) / of + z * z / 4)
    return max(0.0, middle - reach), min(1.0, middle + reach)


def load(folder, today):
    database = sqlite3.connect(":memory:")
    database.create_function("today", 0, lambda: today)
    for name in sorted(os.listdir(folder)):
        if not name.endswith(".csv"):
            continue
        with open(os.path.join(folder, name), encoding="utf-8-sig", newline="") as file:
            headings, *rows = csv.reader(file)
        numbers = {"hours", "pre_score", "post_score", "rating", "cost", "participants", "capacity", "max_score",
                   "rate", "persons", "seats", "value", "supervisor_rating", "benefit"}
        columns = ", ".join(f'"{heading}" {"REAL" if heading in numbers else "TEXT"}' for heading in headings)
        database.execute(f"CREATE TABLE {name[:-4]} ({columns})")
        places = ", ".join("?" * len(headings))
        database.executemany(
            f"INSERT INTO {name[:-4]} VALUES ({places})", [[field or None for field in row] for row in rows])
    # What every query can name.
    database.execute("CREATE TABLE IF NOT EXISTS headcounts (session_id, participants REAL, cost REAL)")
    database.execute("CREATE TABLE IF NOT EXISTS followups (session_id, trainee_id, applied, supervisor_rating, benefit)")
    database.execute('CREATE TABLE IF NOT EXISTS affiliations (trainee_id, "from", state, institution, sector)')
    database.executescript(VIEWS)
    database.create_function("rate", 2, lambda cases, of: cases / of)
    database.create_function("lower", 2, lambda cases, of: interval(cases, of)[0])
    database.create_function("upper", 2, lambda cases, of: interval(cases, of)[1])
    database.create_function("within", 2, plan_questions.within)
    database.create_function("until", 2, plan_questions.until)
    return database


def same(found, expected):
    if isinstance(expected, (int, float)):
        try:
            return math.isclose(float(found), float(expected), rel_tol=1e-12, abs_tol=1e-15)
        except ValueError:
            return False
    return found == expected


def ask(program, database, folder, questions, today):
    """Asks each question of both; returns how many are answered otherwise."""
    wrong = 0
    for name, command, query in questions:
        verb, *words = command.split()
        done = subprocess.run(
            [program, verb, folder, *words, "--today", today, "-q", "-f", "csv", "--no-injection-guard"],
            capture_output=True, text=True)
        found = list(csv.reader(io.StringIO(done.stdout)))[1:]
        if verb != "table":
            # What is not a table has totals, which are left aside.
            found = [row for row in found if row[0] != "_T"]
        expected = [["" if cell is None else cell for cell in row] for row in database.execute(query)]
        left, right = sorted(found), sorted(expected, key=lambda row: [str(cell) for cell in row])
        differing = [] if len(left) == len(right) else [f"{len(left)} rows, {len(right)} by SQL"]
        for row, other in zip(left, right):
            if len(row) != len(other) or not all(same(cell, to) for cell, to in zip(row, other)):
                differing.append(f"{row} is {other} by SQL")
        # A target that is missed ends the program with 1.
        failed = done.returncode not in ((0, 1) if "--missed" in words else (0,))
        wrong += bool(differing or failed)
        print(f"{name}: {len(found)} rows, {'differs' if differing else 'agrees'} {done.stderr}")
        for line in differing[:5]:
            print("   ", line)
    return wrong


def main(program, centre, plan):
    questions = [(name, "table " + command, query) for name, command, query in QUESTIONS]
    wrong = ask(program, load(centre, TODAY), centre, questions, TODAY)
    with tempfile.TemporaryDirectory() as scratch:
        planned = os.path.join(scratch, "plan")
        shutil.copytree(plan, planned)
        with open(os.path.join(planned, "targets.csv"), "w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(
                [["measure", "where", "period", "target"]]
                + [["participations", "state=" + state, quarter, number]
                   for state, quarter, number in plan_questions.PLANNED])
        database = load(planned, plan_questions.TODAY)
        database.executescript(plan_questions.VIEWS)
        wrong += ask(program, database, planned, plan_questions.QUESTIONS, plan_questions.TODAY)
    sys.exit(1 if wrong else 0)


main(*sys.argv[1:])
