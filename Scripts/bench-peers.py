"""One peer's answer to the benchmark's request, as CSV in the form and order of tadrib's tidy output.

Usage: bench-peers.py PEER FOLDER OUTPUT. `duckdb-own` and `polars-own` ask the peer's own files, a database of DuckDB and Parquet files of
Polars, which the first run makes in FOLDER.peers; no run is measured that makes them. Each query is written as the peer's best users would: all cores, explicit
schemas, no index or sort that the answer does not need, the streaming engine where there is one. The peers check
nothing of what tadrib checks (identifiers, repeated keys, ranges, spellings).
"""
import os
import sys

peer, folder, output = sys.argv[1:4]
OWN = peer.endswith("-own")
PLACE = folder + ".peers"
TODAY = "2020-12-31"
STATES = ["KWT", "QAT", "BHR", "ARE", "SAU", "OMN"]
TOPICS = ["maritime-security", "energy-security", "cyber-security", "cbrn-defence", "arms-non-proliferation",
          "military-education", "crisis-management", "disaster-management"]
KINDS = ["course", "seminar", "workshop", "exercise"]
HOSTILE = os.path.exists(folder + "/headcounts.csv")

# Columns that are read; the others are skipped where a peer can skip them.
PARTICIPATIONS = {"session_id": "text", "trainee_id": "text", "status": "text", "hours": "number", "pre_score": "number",
                  "post_score": "number", "rating": "number", "cost": "number"}


def duckdb():
    import duckdb
    path = f"{PLACE}/records.duckdb"
    is_made = OWN and os.path.exists(path)
    database = duckdb.connect(path if OWN else ":memory:", read_only=is_made)

    def table(name, /, **kinds):
        columns = ", ".join(f"'{column}': '{kind}'" for column, kind in kinds.items())
        rows = f"read_csv('{folder}/{name}.csv', header=true, columns={{{columns}}})"
        if not OWN:
            return rows
        if not is_made:
            database.execute(f"CREATE TABLE {name} AS SELECT * FROM {rows}")
        return name

    text, number = "VARCHAR", "DOUBLE"
    participations = table("participations", **{c: text if k == "text" else number for c, k in PARTICIPATIONS.items()})
    sessions = table("sessions", session_id=text, course_id=text, start_date="DATE", end_date="DATE", host_state=text,
                     venue=text, provider=text, programme=text, cost=number, language=text, delivery=text,
                     capacity="INTEGER", status=text)
    courses = table("courses", course_id=text, title=text, title_ar=text, topic=text, kind=text, level=text,
                    hours=number, max_score=number, pass_score=number, completion=text)
    trainees = table("trainees", trainee_id=text, name=text, state=text, institution=text, sector=text, sex=text,
                     birth_year="INTEGER")
    kinds = ", ".join(f"'{kind}'" for kind in KINDS)
    database.execute(f"""
        CREATE TEMP TABLE held AS
        SELECT s.session_id, s.start_date, year(s.end_date) AS year, c.topic, c.kind IN ({kinds}) AS trains,
            c.completion IS DISTINCT FROM 'no' AS completes
        FROM {sessions} s JOIN {courses} c USING (course_id)
        WHERE s.status = 'held' AND s.end_date <= DATE '{TODAY}'""")
    state, join, more, extra = "t.state", "", "", "0"
    if HOSTILE:
        affiliations = table("affiliations", trainee_id=text, **{"from": "DATE"}, state=text, institution=text,
                             sector=text)
        headcounts = table("headcounts", session_id=text, state=text, institution=text, sector=text, sex=text,
                           participants="INTEGER", completions="INTEGER", cost=number)
        database.execute(f"CREATE TEMP TABLE moved AS SELECT trainee_id, \"from\" AS since, state FROM {affiliations}")
        state = "CASE WHEN a.trainee_id IS NULL THEN t.state ELSE a.state END"
        join = "ASOF LEFT JOIN moved a ON p.trainee_id = a.trainee_id AND h.start_date >= a.since"
    query = f"""
        SELECT {state} AS state, h.year, h.topic,
            count(*) FILTER (h.trains) AS enrolments,
            count(DISTINCT p.trainee_id) FILTER (h.trains AND p.status IN ('attended', 'completed')) AS trainees,
            count(*) FILTER (h.trains AND h.completes AND p.status = 'completed') AS completions,
            coalesce(sum(p.hours) FILTER (h.trains AND p.status IN ('attended', 'completed')), 0) AS hours,
            avg(p.post_score - p.pre_score) FILTER (h.trains AND p.status IN ('attended', 'completed')) AS gain
        FROM {participations} p JOIN held h USING (session_id) JOIN {trainees} t USING (trainee_id) {join}
        GROUP BY ALL"""
    if HOSTILE:
        query = f"""
            SELECT coalesce(n.state, g.state), coalesce(n.year, g.year), coalesce(n.topic, g.topic),
                coalesce(n.enrolments, 0), coalesce(n.trainees, 0), coalesce(n.completions, 0) + coalesce(g.completions, 0),
                coalesce(n.hours, 0), n.gain
            FROM ({query}) n FULL JOIN (
                SELECT c.state, h.year, h.topic, sum(c.completions) FILTER (h.trains AND h.completes) AS completions
                FROM {headcounts} c JOIN held h USING (session_id) GROUP BY ALL) g
            ON n.state IS NOT DISTINCT FROM g.state AND n.year = g.year AND n.topic = g.topic"""
    return database.execute(query).fetchall()


def polars():
    import polars as pl
    trained = ["attended", "completed"]

    def scan(name, schema):
        rows = pl.scan_csv(f"{folder}/{name}.csv", schema=schema)
        if not OWN:
            return rows
        path = f"{PLACE}/{name}.parquet"
        if not os.path.exists(path):
            rows.sink_parquet(path)
        return pl.scan_parquet(path)

    text, number = pl.String, pl.Float64
    participations = scan("participations", {c: text if k == "text" else number for c, k in PARTICIPATIONS.items()})
    sessions = scan("sessions", dict(
        session_id=text, course_id=text, start_date=pl.Date, end_date=pl.Date, host_state=text, venue=text,
        provider=text, programme=text, cost=number, language=text, delivery=text, capacity=pl.Int32, status=text))
    courses = scan("courses", dict(course_id=text, title=text, title_ar=text, topic=text, kind=text, level=text,
                                   hours=number, max_score=number, pass_score=number, completion=text))
    trainees = scan("trainees", dict(trainee_id=text, name=text, state=text, institution=text, sector=text, sex=text,
                                     birth_year=pl.Int32)).select("trainee_id", "state")
    held = (sessions.filter(pl.col("status") == "held", pl.col("end_date") <= pl.lit(TODAY).str.to_date())
            .join(courses, on="course_id")
            .select("session_id", "start_date", pl.col("end_date").dt.year().alias("year"), "topic",
                    pl.col("kind").is_in(KINDS).alias("trains"),
                    (pl.col("completion").fill_null("yes") != "no").alias("completes")))
    rows = participations.join(held, on="session_id").join(trainees, on="trainee_id")
    if HOSTILE:
        moved = scan("affiliations", {"trainee_id": text, "from": pl.Date, "state": text, "institution": text,
                                      "sector": text})
        moved = moved.select("trainee_id", pl.col("from"), pl.col("state").alias("moved"), pl.lit(True).alias("has"))
        # Few persons have moved: only their rows are looked at day by day.
        there = rows.join(moved.select("trainee_id").unique(), on="trainee_id", how="semi").sort("start_date")
        there = there.join_asof(moved.sort("from"), left_on="start_date", right_on="from", by="trainee_id")
        there = there.with_columns(pl.when(pl.col("has")).then("moved").otherwise("state").alias("state"))
        stay = rows.join(moved.select("trainee_id").unique(), on="trainee_id", how="anti")
        columns = ["trainee_id", "status", "hours", "pre_score", "post_score", "year", "topic", "trains", "completes",
                   "state"]
        rows = pl.concat([stay.select(columns), there.select(columns)])
    is_trained = pl.col("trains") & pl.col("status").is_in(trained)
    cells = rows.group_by("state", "year", "topic").agg(
        pl.col("trains").sum().alias("enrolments"),
        pl.col("trainee_id").filter(is_trained).n_unique().alias("trainees"),
        (pl.col("trains") & pl.col("completes") & (pl.col("status") == "completed")).sum().alias("completions"),
        pl.col("hours").filter(is_trained).sum().alias("hours"),
        (pl.col("post_score") - pl.col("pre_score")).filter(is_trained).mean().alias("gain"))
    if HOSTILE:
        groups = scan("headcounts", dict(session_id=text, state=text, institution=text, sector=text, sex=text,
                                         participants=pl.Int32, completions=pl.Int32, cost=number))
        groups = groups.join(held, on="session_id").group_by("state", "year", "topic").agg(
            pl.col("completions").filter(pl.col("trains") & pl.col("completes")).sum().alias("more"))
        cells = cells.join(groups, on=["state", "year", "topic"], how="full", coalesce=True, nulls_equal=True)
        cells = cells.with_columns(pl.col("enrolments", "trainees", "completions", "hours", "more").fill_null(0))
        cells = cells.with_columns((pl.col("completions") + pl.col("more")).alias("completions")).drop("more")
    cells = cells.select("state", "year", "topic", "enrolments", "trainees", "completions", "hours", "gain")
    return cells.collect(engine="streaming").rows()


def chdb():
    import json
    import chdb as clickhouse
    kinds = ", ".join(f"'{kind}'" for kind in KINDS)

    def table(name, structure):
        return f"file('{folder}/{name}.csv', 'CSVWithNames', '{structure}')"

    participations = table("participations", "session_id String, trainee_id String, status String, hours Float64, "
                           "pre_score Float64, post_score Float64, rating Float64, cost Float64")
    sessions = table("sessions", "session_id String, course_id String, start_date Date, end_date Date, status String")
    courses = table("courses", "course_id String, topic String, kind String, completion String")
    trainees = table("trainees", "trainee_id String, state String")
    held = f"""(SELECT session_id, start_date, toYear(end_date) AS year, topic, kind IN ({kinds}) AS trains,
            completion != 'no' AS completes
        FROM {sessions} AS s JOIN {courses} AS c USING (course_id)
        WHERE s.status = 'held' AND end_date <= '{TODAY}')"""
    state, join = "t.state", ""
    if HOSTILE:
        affiliations = table("affiliations", "trainee_id String, from Date, state String")
        state = "if(a.trainee_id = '', t.state, a.state)"
        join = (f"ASOF LEFT JOIN (SELECT trainee_id, `from` AS since, state FROM {affiliations}) AS a "
                "ON p.trainee_id = a.trainee_id AND h.start_date >= a.since")
    trained = "h.trains AND p.status IN ('attended', 'completed')"
    query = f"""
        SELECT {state} AS state, h.year AS year, h.topic AS topic, countIf(h.trains) AS enrolments,
            uniqExactIf(p.trainee_id, {trained}) AS trainees,
            countIf(h.trains AND h.completes AND p.status = 'completed') AS completions,
            sumIf(p.hours, {trained}) AS hours, avgIf(p.post_score - p.pre_score, {trained}) AS gain
        FROM {participations} AS p JOIN {held} AS h ON p.session_id = h.session_id
        JOIN {trainees} AS t ON p.trainee_id = t.trainee_id {join} GROUP BY state, year, topic"""
    if HOSTILE:
        headcounts = table("headcounts", "session_id String, state String, completions Int32")
        query = f"""
            SELECT state, year, topic, sum(enrolments), sum(trainees), sum(completions), sum(hours), maxOrNullIf(gain, NOT isNaN(gain)) FROM (
                {query} UNION ALL
                SELECT c.state, h.year, h.topic, toUInt64(0), toUInt64(0), toUInt64(sumIf(c.completions, h.trains AND h.completes)), 0.0, nan
                FROM {headcounts} AS c JOIN {held} AS h USING (session_id) GROUP BY c.state, h.year, h.topic)
            GROUP BY state, year, topic"""
    result = clickhouse.query(query + " FORMAT JSONCompact")
    rows = json.loads(str(result))["data"]
    return [(r[0] or None, int(r[1]), r[2], int(r[3]), int(r[4]), int(r[5]), float(r[6]),
             None if r[7] is None else float(r[7])) for r in rows]


def pandas():
    import pandas as pd

    def read(name, columns, dates=()):
        frame = pd.read_csv(f"{folder}/{name}.csv", usecols=columns, engine="pyarrow", dtype_backend="pyarrow")
        for column in dates:
            frame[column] = pd.to_datetime(frame[column])
        return frame

    participations = read("participations", ["session_id", "trainee_id", "status", "hours", "pre_score", "post_score"])
    sessions = read("sessions", ["session_id", "course_id", "start_date", "end_date", "status"], ["start_date", "end_date"])
    courses = read("courses", ["course_id", "topic", "kind", "completion"])
    trainees = read("trainees", ["trainee_id", "state"])
    held = sessions[(sessions.status == "held") & (sessions.end_date <= TODAY)].merge(courses, on="course_id")
    held["year"] = held.end_date.dt.year
    held["trains"] = held.kind.isin(KINDS)
    held["completes"] = held.completion.fillna("yes") != "no"
    held = held[["session_id", "start_date", "year", "topic", "trains", "completes"]]
    rows = participations.merge(held, on="session_id").merge(trainees, on="trainee_id")
    rows["state"] = rows.state.fillna("").astype(object)
    if HOSTILE:
        moved = read("affiliations", ["trainee_id", "from", "state"], ["from"]).sort_values("from")
        has = rows.trainee_id.isin(moved.trainee_id.unique())
        there = pd.merge_asof(rows[has].sort_values("start_date"), moved.rename(columns={"state": "moved"}),
                              left_on="start_date", right_on="from", by="trainee_id")
        there["state"] = there.state.where(there["from"].isna(), there.moved.fillna(""))
        rows = pd.concat([rows[~has], there[rows.columns]])
    keys = ["state", "year", "topic"]
    rows["completed"] = rows.trains & rows.completes & (rows.status == "completed")
    cells = rows.groupby(keys).agg(enrolments=("trains", "sum"), completions=("completed", "sum"))
    trained = rows[rows.trains & rows.status.isin(["attended", "completed"])].copy()
    trained["gain"] = trained.post_score - trained.pre_score
    cells = cells.join(trained.groupby(keys).agg(trainees=("trainee_id", "nunique"), hours=("hours", "sum"),
                                                 gain=("gain", "mean")), how="left")
    if HOSTILE:
        groups = read("headcounts", ["session_id", "state", "completions"]).merge(held, on="session_id")
        groups["state"] = groups.state.fillna("").astype(object)
        groups["more"] = groups.completions.where(groups.trains & groups.completes, 0)
        cells = cells.join(groups.groupby(keys).agg(more=("more", "sum")), how="outer")
        cells["completions"] = cells.completions.fillna(0) + cells.more.fillna(0)
    result = []
    for (state, year, topic), cell in cells.iterrows():
        gain = None if pd.isna(cell.gain) else float(cell.gain)
        filled = [0 if pd.isna(cell[c]) else cell[c] for c in ["enrolments", "trainees", "completions", "hours"]]
        result.append((state or None, int(year), topic, int(filled[0]), int(filled[1]), int(filled[2]), float(filled[3]), gain))
    return result


if OWN:
    os.makedirs(PLACE, exist_ok=True)
rows = {"duckdb": duckdb, "polars": polars, "chdb": chdb, "pandas": pandas}[peer.removesuffix("-own")]()
place = {state: index for index, state in enumerate(STATES)}
rows = sorted(rows, key=lambda r: (place.get(r[0], 99), r[1], TOPICS.index(r[2])))
with open(output, "w") as file:
    file.write("state,year,topic,enrolments,trainees,completions,trainee-hours,gain-mean\n")
    for state, year, topic, enrolments, trainees, completions, hours, gain in rows:
        gain = "_Z" if gain is None or gain != gain else repr(gain)
        file.write(f"{state or '_U'},{year},{topic},{enrolments},{trainees},{completions},{hours!r},{gain}\n")
