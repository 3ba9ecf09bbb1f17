"""What must hold for the analysis in a cluster of two workers. Run by `cluster_test.sh`."""

import argparse
import hashlib
import json
import os
import signal
import subprocess
import threading
import time
from urllib.request import urlopen

from depesza_spark import analyze, analyze_lines
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

ROWS = 3000
PARTITIONS = 24
FIRST = ["Anna Zielińska", "Marek Wilk", "Zofia Lis", "Jan Gruszka", "Ewa Sowa", "Piotr Dąbek", "Olga Wrona"]
ROLE = ["Rzeczniczka portu", "Prezydent miasta", "Szefowa spółki", "Starosta", "Dyrektor szpitala"]
TOWN = ["Gdańsku", "Łodzi", "Rzeszowie", "Zielonej Górze", "Ełku", "Bielsku-Białej"]
WHEN = ["w środę", "12 maja 2024 roku", "w ubiegłym tygodniu", "jutro o godz. 18", "od stycznia do marca"]


def article(n: int) -> str:
    """A made-up article, different for every `n`, in the manner of a local news page."""
    paragraphs = [f"Budowa w {TOWN[n % 6]} przyspiesza"]
    for k in range(6):
        m = n * 7 + k
        who, role, town, when = FIRST[m % 7], ROLE[m % 5], TOWN[m % 6], WHEN[m % 5]
        paragraphs.append(
            f"{role} {who} zapowiedział(a) {when}, że inwestycja nr {m} w {town} będzie gotowa przed terminem. "
            f"– Nie zabraknie nam {m % 97 + 2} mln zł – dodaje {who}. Mieszkańcy mówią o „długo oczekiwanej zmianie”."
        )
    return "\n\n".join(paragraphs)


def requests() -> list[dict]:
    days = [None, "2024-05-14", "2024-05", "2023"]
    return [{"id": f"a{n}", "text": article(n), "published": days[n % 4]} for n in range(ROWS)]


class Cluster:
    """What the cluster says of itself."""

    def __init__(self, spark: SparkSession, master_ui: str):
        self.executors_url = f"{spark.sparkContext.uiWebUrl}/api/v1/applications/{spark.sparkContext.applicationId}/executors"
        self.master_url = f"{master_ui}/json/"

    def workers(self) -> int:
        return self._get(self.master_url)["aliveworkers"]

    def executors(self) -> list[dict]:
        return [one for one in self._get(self.executors_url) if one["id"] != "driver"]

    @staticmethod
    def _get(url: str):
        with urlopen(url, timeout=60) as answer:
            return json.load(answer)


def wait_for(what: str, condition, seconds: float = 120) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, f"not within {seconds} s: {what}"
        time.sleep(0.1)


def single_process(batch: str, rows: list[dict]) -> dict[str, str]:
    """Digest of every answer of one run of the program, by id."""
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()
    run = subprocess.run([batch, "--threads", "1"], input=lines, capture_output=True, check=True)
    answers = run.stdout.decode().split("\n")[:-1]
    assert len(answers) == len(rows)
    return {row["id"]: hashlib.sha256(line.encode()).hexdigest() for row, line in zip(rows, answers, strict=True)}


def digests(articles: DataFrame) -> dict[str, str]:
    rows = analyze_lines(articles).select("id", F.sha2("line", 256)).collect()
    assert len({row[0] for row in rows}) == len(rows), "an id was answered twice"
    return {row[0]: row[1] for row in rows}


def equal_to_single_process(cluster: Cluster, articles: DataFrame, expected: dict[str, str]) -> str:
    assert digests(articles) == expected
    tasks = {one["id"]: one["completedTasks"] for one in cluster.executors()}
    assert len(tasks) == 2 and min(tasks.values()) > 0, tasks
    return f"{len(expected)} rows; tasks per executor {tasks}"


def typed_columns(articles: DataFrame) -> str:
    """The typed columns against the lines they come from, value by value."""
    some = articles.filter(F.substring("id", 2, 9).cast("int") < 50)
    typed = {row["id"]: row.asDict(recursive=True) for row in analyze(some).collect()}
    lines = {row["id"]: json.loads(row["line"]) for row in analyze_lines(some).collect()}
    assert typed.keys() == lines.keys() and len(typed) == 50
    for key, line in lines.items():
        assert typed[key]["error"] is None
        assert _without_nulls(typed[key]["analysis"]) == _without_nulls(line["analysis"]), key
    for row in analyze(some, tokens=False).collect():
        analysis = typed[row["id"]]["analysis"]
        for sentence in analysis["sentences"]:
            sentence["tokens"] = []
        assert row["analysis"].asDict(recursive=True) == analysis, row["id"]
    sentences = analyze(some).select(F.explode("analysis.sentences")).count()
    assert sentences == sum(len(line["analysis"]["sentences"]) for line in lines.values())
    return f"50 analyses equal, {sentences} sentences through explode"


def _without_nulls(value):
    if isinstance(value, dict):
        return {key: _without_nulls(one) for key, one in value.items() if one is not None}
    return [_without_nulls(one) for one in value] if isinstance(value, list) else value


def poison_record(spark: SparkSession) -> str:
    schema = "id string, text string, published string"
    rows = [("a", article(1), None), ("b", None, None), ("c", article(2), "2024-02-31"), ("d", "\0", None)]
    answers = {row["id"]: row for row in analyze(spark.createDataFrame(rows, schema).coalesce(1)).collect()}
    kinds = {key: row["error"] and row["error"]["kind"] for key, row in answers.items()}
    assert kinds == {"a": None, "b": "missing_text", "c": "invalid_date", "d": None}, kinds
    assert all((row["analysis"] is None) == (row["error"] is not None) for row in answers.values())
    return str(kinds)


def empty_partitions(spark: SparkSession) -> str:
    rows = spark.createDataFrame([("a", article(1))], "id string, text string").repartition(5)
    assert [row["id"] for row in analyze(rows).collect()] == ["a"]
    assert analyze(rows.filter("id = 'none'")).collect() == []
    return "1 row in 5 partitions, 0 rows"


def long_article(spark: SparkSession) -> str:
    text = "\n\n".join(article(n) for n in range(1000))
    text = text.encode()[: 1 << 20].decode(errors="ignore").rstrip()
    [row] = analyze(spark.createDataFrame([("long", text)], "id string, text string")).select(
        "error", F.size("analysis.sentences"), F.element_at("analysis.blocks", -1)["span"][1]
    ).collect()
    assert row[0] is None and row[2] == len(text.encode()), row
    return f"{len(text.encode())} bytes, {row[1]} sentences"


def throughput(articles: DataFrame) -> str:
    """Every value is made and handed to the JVM; only blocks are counted."""
    speeds = []
    for tokens in (True, False):
        began = time.monotonic()
        count = analyze(articles, tokens).select(F.sum(F.size("analysis.blocks")), F.count("*")).collect()[0][1]
        speeds.append(f"{count / (time.monotonic() - began):.0f} rows/s {'with' if tokens else 'without'} tokens")
    return f"{', '.join(speeds)}; {len(article(0).encode())} bytes a row"


def killed_worker(cluster: Cluster, articles: DataFrame, expected: dict[str, str], victim: int) -> str:
    result = {}
    before = sum(one["completedTasks"] for one in cluster.executors())
    job = threading.Thread(target=lambda: result.update(digests(articles)))
    job.start()

    def mid_job() -> bool:
        executors = cluster.executors()
        done = sum(one["completedTasks"] for one in executors) - before
        return done >= 2 and all(one["activeTasks"] > 0 for one in executors)

    wait_for("both executors at work", mid_job)
    os.kill(victim, signal.SIGKILL)
    assert job.is_alive(), "the job had already ended"
    job.join(timeout=180)
    assert not job.is_alive(), "the job did not end"
    assert result == expected
    wait_for("the master to notice", lambda: cluster.workers() == 1)
    return f"{len(result)} rows equal; workers left {cluster.workers()}"


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--master-ui", required=True)
    options.add_argument("--batch", required=True)
    options.add_argument("--victim", type=int, required=True, help="process id of the worker that is killed")
    options = options.parse_args()

    spark = SparkSession.builder.appName("depesza").getOrCreate()
    cluster = Cluster(spark, options.master_ui)
    wait_for("two workers", lambda: cluster.workers() == 2)
    wait_for("two executors", lambda: len(cluster.executors()) == 2)

    rows = requests()
    expected = single_process(options.batch, rows)
    schema = "id string, text string, published string"
    articles = spark.createDataFrame(rows, schema).repartition(PARTITIONS).cache()
    articles.count()

    checks = {
        "equal to one process, both workers used": lambda: equal_to_single_process(cluster, articles, expected),
        "typed columns": lambda: typed_columns(articles),
        "poison record": lambda: poison_record(spark),
        "empty partitions": lambda: empty_partitions(spark),
        "1 MB article": lambda: long_article(spark),
        "throughput, 2 workers": lambda: throughput(articles),
        "kill -9 of a worker in mid-job": lambda: killed_worker(cluster, articles, expected, options.victim),
        "throughput, 1 worker": lambda: throughput(articles),
    }
    for name, check in checks.items():
        began = time.monotonic()
        print(f"ok  {name}: {check()} ({time.monotonic() - began:.1f} s)", flush=True)
    spark.stop()


if __name__ == "__main__":
    main()
