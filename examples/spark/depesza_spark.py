"""Analysis of Polish news articles in Spark, through the `batch` program.

    spark-submit --files target/release/examples/batch,tests/schema/analysis.v1.json \\
        --py-files examples/spark/depesza_spark.py job.py

    from depesza_spark import analyze
    analyses = analyze(spark.read.parquet("articles"), tokens=False)

One row in, one row out: `id`, `analysis` (typed, nested), `error`. `analyze_lines` gives the program's own lines.
"""

import json
import subprocess
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pyarrow as pa
import pyarrow.json
from pyspark import SparkFiles
from pyspark.sql import DataFrame
from pyspark.sql import functions as F
from pyspark.sql.pandas.types import from_arrow_schema

# Text given to one run of the program. An analysis is some forty times as long as its article, so this bounds memory;
# starting the program costs little beside it.
CHUNK_BYTES = 1 << 20

LINE_SCHEMA = pa.schema([("id", pa.string()), ("line", pa.string())])


def analyze(
    articles: DataFrame, tokens: bool = True, program: str = "batch", schema: str = "analysis.v1.json"
) -> DataFrame:
    """The analyses of `articles` as columns `id: string`, `analysis: struct`, `error: struct<kind, message>`.

    `articles` has `id`, `text` and perhaps `published` (a date, or text such as 2023-09). Without `tokens` sentences are
    spans alone, and an analysis is many times smaller. `program` and `schema`, the JSON Schema of the analysis, are files
    that were shipped with `--files`. Exactly one of `analysis` and `error` is null.
    """
    columns = answer_schema(json.loads(Path(SparkFiles.get(schema)).read_text(encoding="utf-8")))
    arguments = [] if tokens else ["--without-tokens"]
    return _answers(articles, [program, *arguments], partial(_typed, schema=columns), columns)


def analyze_lines(articles: DataFrame, program: str = "batch") -> DataFrame:
    """The answers to `articles` byte for byte as the program writes them: columns `id: string`, `line: string`."""
    return _answers(articles, [program], _lines, LINE_SCHEMA)


def _answers(articles: DataFrame, command: list[str], read, schema: pa.Schema) -> DataFrame:
    published = F.col("published") if "published" in articles.columns else F.lit(None)
    requests = articles.select(
        F.col("id").cast("string"), F.col("text").cast("string"), published.cast("string").alias("published")
    )

    def answer(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        # One thread: Spark decides how many tasks run beside each other.
        local = [SparkFiles.get(command[0]), *command[1:], "--threads", "1"]
        for batch in batches:
            for rows in _chunks(batch):
                yield from read(rows, _run(local, rows)).to_batches()

    return requests.mapInArrow(answer, from_arrow_schema(schema))


def _chunks(batch: pa.RecordBatch) -> Iterator[list[dict]]:
    """The rows of a batch, about `CHUNK_BYTES` of text at a time."""
    rows, size = [], 0
    for row in batch.to_pylist():
        rows.append(row)
        size += len(row["text"] or "")
        if size >= CHUNK_BYTES:
            yield rows
            rows, size = [], 0
    if rows:
        yield rows


def _run(command: list[str], rows: list[dict]) -> bytes:
    requests = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    run = subprocess.run(command, input=requests.encode("utf-8", "surrogatepass"), capture_output=True, check=False)
    if run.returncode != 0:
        # Spark tries the task again, elsewhere if it must.
        raise RuntimeError(f"{command} ended with {run.returncode}: {run.stderr[-1000:].decode(errors='replace')}")
    return run.stdout


def _typed(_rows: list[dict], answers: bytes, schema: pa.Schema) -> pa.Table:
    return pyarrow.json.read_json(
        pa.BufferReader(answers),
        # A line must fit into a block.
        read_options=pyarrow.json.ReadOptions(block_size=len(answers)),
        # A key that the schema does not know means that program and schema are of different versions.
        parse_options=pyarrow.json.ParseOptions(explicit_schema=schema, unexpected_field_behavior="error"),
    )


def _lines(rows: list[dict], answers: bytes) -> pa.Table:
    lines = answers.decode("utf-8").split("\n")[:-1]
    return pa.table({"id": [row["id"] for row in rows], "line": lines}, LINE_SCHEMA)


def answer_schema(analysis: dict) -> pa.Schema:
    """The Arrow schema of an answer, from the JSON Schema of the analysis."""
    error = pa.struct([("kind", pa.string()), ("message", pa.string())])
    return pa.schema([("id", pa.string()), ("analysis", _arrow_type(analysis, analysis)), ("error", error)])


def _arrow_type(schema: dict, root: dict) -> pa.DataType:
    if "$ref" in schema:
        target = root
        for key in schema["$ref"].removeprefix("#/").split("/"):
            target = target[key]
        return _arrow_type(target, root)
    for alternatives in ("anyOf", "oneOf"):
        if alternatives in schema:
            types = {_arrow_type(one, root) for one in schema[alternatives] if one.get("type") != "null"}
            return _single(types, schema)
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    return _single({_plain_type(kind, schema, root) for kind in kinds if kind != "null"}, schema)


def _plain_type(kind: str, schema: dict, root: dict) -> pa.DataType:
    if kind == "object":
        return pa.struct([(name, _arrow_type(one, root)) for name, one in schema["properties"].items()])
    if kind == "array":
        # A pair of one type, such as a span, is an array as well: Spark has no tuples.
        items = [*schema.get("prefixItems", []), *([schema["items"]] if schema.get("items") else [])]
        return pa.list_(_single({_arrow_type(one, root) for one in items}, schema))
    # Spark has no unsigned numbers.
    return {"string": pa.string(), "integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_()}[kind]


def _single(types: set[pa.DataType], schema: dict) -> pa.DataType:
    if len(types) != 1:
        raise ValueError(f"no one column type for {schema}")
    return types.pop()
