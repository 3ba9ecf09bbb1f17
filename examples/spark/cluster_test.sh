#!/usr/bin/env bash
# Starts a real standalone Spark (one master, two workers of 700 MB) and holds the analysis in it against one process.
# Needs Java 17, Python 3 with venv, and PyPI. Two to three minutes, 3 GB of memory.
#
#   examples/spark/cluster_test.sh
#
# SPARK_VENV: where the Python packages are kept for the next run (default: target/spark-venv).
set -euo pipefail
cd "$(dirname "$0")/../.."

venv=${SPARK_VENV:-target/spark-venv}
work=$(mktemp -d)
daemons=()

stop() {
  # Newest first, so that workers do not look for their master. One of them was killed by the test itself.
  for ((i = ${#daemons[@]} - 1; i >= 0; i--)); do
    kill "${daemons[i]}" 2>/dev/null || true
    wait "${daemons[i]}" 2>/dev/null || true
  done 2>/dev/null
  rm -rf "$work"
}
trap stop EXIT

if [[ ! -x $venv/bin/spark-submit ]]; then
  python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet 'pyspark==4.3.*' 'pyarrow>=18' 'pandas<3'
fi
cargo build --release --locked --example batch

SPARK_HOME=$("$venv/bin/python" -c 'import pathlib, pyspark; print(pathlib.Path(pyspark.__file__).parent)')
export SPARK_HOME SPARK_LOCAL_IP=127.0.0.1 SPARK_DAEMON_MEMORY=256m
export PYSPARK_PYTHON=$PWD/$venv/bin/python
[[ $venv = /* ]] && PYSPARK_PYTHON=$venv/bin/python

free_port() {
  python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

# $1: name of the log; the rest: class and arguments. The launcher becomes the JVM, so the id is the JVM's.
daemon() {
  local log=$work/$1.log
  shift
  "$SPARK_HOME/bin/spark-class" "$@" >"$log" 2>&1 &
  daemons+=($!)
}

port=$(free_port) ui=$(free_port)
master=spark://127.0.0.1:$port
daemon master org.apache.spark.deploy.master.Master --host 127.0.0.1 --port "$port" --webui-port "$ui"
for n in 1 2; do
  daemon "worker$n" org.apache.spark.deploy.worker.Worker --host 127.0.0.1 --cores 1 --memory 700m \
    --webui-port 0 --work-dir "$work/worker$n" "$master"
done

# From a directory of its own, as a user's job: what it needs must have been shipped.
cp examples/spark/cluster_test.py "$work/job.py"
"$SPARK_HOME/bin/spark-submit" --master "$master" --driver-memory 1g --executor-memory 600m \
  --conf spark.log.level=ERROR --conf spark.ui.showConsoleProgress=false \
  --files target/release/examples/batch,tests/schema/analysis.v1.json \
  --py-files examples/spark/depesza_spark.py \
  "$work/job.py" --master-ui "http://127.0.0.1:$ui" --batch target/release/examples/batch --victim "${daemons[2]}"
