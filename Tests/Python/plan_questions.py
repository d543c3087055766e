"""What is asked of a plan and of what came of it, with the query that answers it, for questions.py."""
import calendar

TODAY = "2025-12-31"

# A plan by state and quarter, as no sample has one: so many participations in each quarter of 2025 and the first of 2026.
PLANNED = [
    (state, quarter, 3 + (5 * place + 3 * number) % 17)
    for place, state in enumerate(["KWT", "QAT", "BHR", "ARE", "SAU", "OMN"])
    for number, quarter in enumerate(["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4", "2026-Q1"])
]

# What the queries name besides the views of questions.py: certificates, the one that decides of each person and course, and
# trained participations by quarter.
VIEWS = """
CREATE VIEW certificate AS
    SELECT p.trainee_id, s.course_id, p.certificate_no, coalesce(p.certified_on, s.end_date) AS issued,
           until(coalesce(p.certified_on, s.end_date), c.valid_months) AS ends, s.session_id
    FROM participations p JOIN sessions s USING (session_id) JOIN courses c USING (course_id)
    WHERE p.status = 'completed' AND s.status = 'held' AND s.end_date <= '2025-12-31' AND c.valid_months IS NOT NULL
        AND c.completion IS NOT 'no' AND coalesce(p.certified_on, s.end_date) <= '2025-12-31';
CREATE VIEW decisive AS
    SELECT * FROM (SELECT *, row_number() OVER (PARTITION BY trainee_id, course_id
        ORDER BY ends DESC, issued DESC, session_id DESC) AS place FROM certificate) WHERE place = 1;
CREATE VIEW trained AS
    SELECT p.*, substr(h.end_date, 1, 4) || '-Q' || ((substr(h.end_date, 6, 2) + 2) / 3) AS quarter, h.topic, h.end_date, t.state
    FROM participations p JOIN held h USING (session_id) JOIN trainees t USING (trainee_id)
    WHERE p.status IN ('attended', 'completed');
"""

# Name, words of the command, query.
QUESTIONS = [
    ("cost and cost per completion by topic, in dinars",
     "table --rows topic --measures cost,cost-per-completion",
     """WITH rated AS (SELECT h.*, coalesce((SELECT rate FROM rates WHERE currency = h.currency AND "from" <= h.end_date
                          ORDER BY "from" DESC LIMIT 1), 1.0) AS rate FROM held h),
             spent AS (SELECT topic, cost * rate AS cost FROM rated
                       UNION ALL SELECT r.topic, p.cost * r.rate FROM part p JOIN rated r USING (session_id) WHERE attends),
             done AS (SELECT p.topic, count(*) AS n FROM part p JOIN held h USING (session_id)
                      WHERE p.trains AND p.status = 'completed' AND coalesce(h.completion, 'yes') <> 'no' GROUP BY 1)
        SELECT topic, sum(cost), sum(cost) / n FROM spent JOIN done USING (topic) GROUP BY 1"""),
    ("cost per trained person by topic, in dinars",
     "table --rows topic --measures cost,trainees,cost-per-trainee",
     """WITH rated AS (SELECT h.*, coalesce((SELECT rate FROM rates WHERE currency = h.currency AND "from" <= h.end_date
                          ORDER BY "from" DESC LIMIT 1), 1.0) AS rate FROM held h),
             spent AS (SELECT topic, cost * rate AS cost FROM rated
                       UNION ALL SELECT r.topic, p.cost * r.rate FROM part p JOIN rated r USING (session_id) WHERE attends),
             trained_in AS (SELECT topic, count(DISTINCT trainee_id) AS n FROM part WHERE attends AND trains GROUP BY 1)
        SELECT topic, sum(cost), n, sum(cost) / n FROM spent JOIN trained_in USING (topic) GROUP BY 1"""),
    ("required, planned, delivered and taken up by course",
     "requirements --rows course",
     """WITH need AS (SELECT rowid AS id, *, coalesce(course, '_Z') AS heading, 
                         iif(seats IS NOT NULL, 'seats', iif(trainee_id IS NULL, 'persons', 'named-persons')) AS unit,
                         coalesce(persons, seats, 1) AS amount FROM requirements),
             meant AS (SELECT DISTINCT n.heading, n.unit, s.session_id, s.capacity, s.status
                       FROM need n JOIN sessions s JOIN courses c USING (course_id)
                       WHERE (n.course = s.course_id OR n.topic = c.topic) AND within(s.end_date, n.period)
                         AND (s.status = 'planned' OR s.status = 'held' AND s.end_date <= today())),
             taken AS (SELECT n.id, iif(n.unit = 'seats', count(p.trainee_id), count(DISTINCT p.trainee_id)) AS n
                       FROM need n LEFT JOIN part p ON p.attends AND p.trains AND (n.course = p.course_id OR n.topic = p.topic)
                           AND within(p.end_date, n.period)
                           AND iif(n.trainee_id IS NULL, (n.state IS NULL OR n.state = p.state)
                                   AND (n.institution IS NULL OR n.institution = p.institution),
                                   n.trainee_id = p.trainee_id) GROUP BY 1)
        SELECT heading, unit, sum(amount),
               (SELECT count(*) FROM meant m WHERE m.heading = n.heading AND m.unit = n.unit AND status = 'planned'),
               (SELECT coalesce(sum(capacity), 0) FROM meant m WHERE m.heading = n.heading AND m.unit = n.unit AND status = 'planned'),
               (SELECT count(*) FROM meant m WHERE m.heading = n.heading AND m.unit = n.unit AND status = 'held'),
               (SELECT coalesce(sum(capacity), 0) FROM meant m WHERE m.heading = n.heading AND m.unit = n.unit AND status = 'held'),
               sum(taken.n), sum(max(0, amount - taken.n))
        FROM need n JOIN taken USING (id) GROUP BY 1, 2"""),
    ("persons who still need training",
     "requirements --persons-short",
     """SELECT trainee_id, t.state, t.institution, coalesce(course, ''), coalesce(topic, ''), period,
               'requirements.csv:' || (r.rowid + 1)
        FROM requirements r JOIN trainees t USING (trainee_id)
        WHERE NOT EXISTS (SELECT * FROM part p WHERE p.trainee_id = r.trainee_id AND p.attends AND p.trains
                          AND (r.course = p.course_id OR r.topic = p.topic) AND within(p.end_date, r.period))"""),
    ("application rate by course, with its coverage",
     "table --rows course --measures followups-asked,followups-answered,response-rate,application-rate",
     """SELECT course_id, count(a.trainee_id), count(coalesce(a.applied, a.supervisor_rating, a.benefit)),
               iif(count(a.trainee_id) = 0, '_Z',
                   1.0 * count(coalesce(a.applied, a.supervisor_rating, a.benefit)) / count(a.trainee_id)),
               iif(count(a.applied) = 0, '_Z', iif(count(a.applied) < 5, '_U',
                   1.0 * count(iif(a.applied IN ('yes', 'partly'), 1, NULL)) / count(a.applied)))
        FROM (SELECT DISTINCT course_id FROM held) LEFT JOIN asked a USING (course_id) GROUP BY 1"""),
    ("return on investment by course",
     "table --rows course --measures benefit,cost,benefit-cost-ratio,return-on-investment",
     """WITH rated AS (SELECT h.*, coalesce((SELECT rate FROM rates WHERE currency = h.currency AND "from" <= h.end_date
                         ORDER BY "from" DESC LIMIT 1), 1.0) AS rate FROM held h),
            spent AS (SELECT course_id, sum(cost) AS cost FROM
                        (SELECT course_id, cost * rate AS cost FROM rated
                         UNION ALL SELECT p.course_id, p.cost * r.rate FROM part p JOIN rated r USING (session_id) WHERE attends)
                    GROUP BY 1),
             gained AS (SELECT course_id, sum(benefit) AS benefit FROM asked GROUP BY 1)
        SELECT course_id, coalesce(benefit, '_U'), cost, coalesce(benefit / cost, '_U'), coalesce(benefit / cost - 1, '_U')
        FROM spent LEFT JOIN gained USING (course_id)"""),
    ("what is said of trainers, by what is asked of them",
     "table --rows trainer --measures evaluation-count,evaluation-mean,evaluation-favourable --where evaluation-item=trainer",
     """SELECT trainer_id, count(*), iif(count(*) < 5, '_U', avg(value)), iif(count(*) < 5, '_U', avg(value >= 4))
        FROM (SELECT DISTINCT trainer_id, session_id FROM assignments JOIN held USING (session_id) WHERE trains)
        JOIN evaluations USING (session_id) WHERE item = 'trainer' GROUP BY 1"""),
    ("certificates that lapse within 90 days, and whose",
     "validity --list due",
     """SELECT d.trainee_id, t.state, t.institution, d.course_id, d.certificate_no, d.issued, d.ends,
               julianday(d.ends) - julianday('2025-12-31'), 'due'
        FROM decisive d JOIN trainees t USING (trainee_id)
        WHERE d.ends >= '2025-12-31' AND julianday(d.ends) - julianday('2025-12-31') <= 90"""),
    ("persons current, due, lapsed and never certified by course",
     "validity",
     """SELECT c.course_id, (SELECT count(*) FROM trainees), sum(d.ends >= '2025-12-31'),
               sum(d.ends >= '2025-12-31' AND julianday(d.ends) - julianday('2025-12-31') <= 90),
               sum(d.ends < '2025-12-31'), (SELECT count(*) FROM trainees) - count(d.trainee_id)
        FROM courses c LEFT JOIN decisive d USING (course_id)
        WHERE c.valid_months IS NOT NULL AND c.completion IS NOT 'no' GROUP BY 1"""),
    ("renewals in time and late by course",
     "table --rows course --measures renewals-in-time,renewals-late,persons-lapsed --where certificate-status!=_U",
     """WITH chained AS (SELECT *, lead(issued) OVER (PARTITION BY trainee_id, course_id
                          ORDER BY ends, issued, session_id) AS next FROM certificate)
        SELECT course_id, sum(coalesce(next <= ends, 0)), sum(coalesce(next > ends, 0)),
               (SELECT count(DISTINCT trainee_id) FROM decisive d WHERE d.course_id = chained.course_id AND d.ends < '2025-12-31')
        FROM chained GROUP BY 1"""),
    ("plan against actual by state and quarter",
     "targets",
     """WITH line AS (SELECT rowid AS line, measure, "where", period, CAST(target AS REAL) AS target,
                      (SELECT count(*) FROM trained
                       WHERE "where" = 'state=' || state AND quarter = period) AS actual FROM targets),
             progress AS (SELECT *, actual / target AS achieved, period < '2026' AS over FROM line)
        SELECT measure, "where", period, target, '', actual, '', iif(over, achieved, '_Z'), '',
               iif(over, max(target - actual, 0), '_Z'), over,
               CASE WHEN NOT over THEN 'not-begun' WHEN actual >= target THEN 'met' ELSE 'missed' END, ''
        FROM progress"""),
    ("what is missed of it",
     "targets --missed",
     """SELECT measure, "where", period, CAST(target AS REAL), '', n, '', n / CAST(target AS REAL), '', target - n, 1, 'missed', ''
        FROM (SELECT *, (SELECT count(*) FROM trained WHERE "where" = 'state=' || state AND quarter = period) AS n FROM targets)
        WHERE period < '2026' AND n < CAST(target AS REAL)"""),
]


def within(day, period):
    """Whether a day lies in a year, a half or a quarter."""
    if day is None or day[:4] != period[:4]:
        return False
    month = int(day[5:7])
    return {"": True, "H": (month + 5) // 6 == int(period[-1]), "Q": (month + 2) // 3 == int(period[-1])}[period[5:6]]


def until(day, months):
    """The same day so many months later, or the last one of that month."""
    year, month, date = (int(part) for part in day.split("-"))
    year, month = divmod(year * 12 + month - 1 + int(months), 12)
    last = calendar.monthrange(year, month + 1)[1]
    return f"{year:04}-{month + 1:02}-{min(date, last):02}"
