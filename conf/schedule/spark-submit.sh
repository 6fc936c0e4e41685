#!/bin/sh
# Runs one CityEval command on a cluster; every argument is CityEval's:
#
#   SPARK_HOME=/opt/spark CITYEVAL_MASTER=yarn conf/schedule/spark-submit.sh \
#     run --config /etc/cityeval/city.yaml --warehouse hdfs:///cityeval
#
# Its exit status is CityEval's: 0 done, 1 a bug or the engine failed, 2 usage or config, 3 a quality gate
# stopped it, 4 a source is absent or late, 75 busy, retry. That holds in client mode, which is used here.
# In Kubernetes cluster mode spark-submit returns 0 even when the driver failed (SPARK-26365): keep client
# mode (in a pod of its own), or let the scheduler look at ops.run afterwards:
#   cityeval sql "select step, status, message from ops.run where run_id = 'ID'"    (given --run-id ID)
#
# SPARK_SUBMIT          spark-submit itself (default: $SPARK_HOME/bin/spark-submit)
# CITYEVAL_MASTER       master (default: what the properties file says, else CityEval's local[*])
# CITYEVAL_PROPERTIES   properties file (default: conf/spark-defaults.conf)
# CITYEVAL_JAR          application jar (default: the one that 'mvn package' leaves)
# CITYEVAL_SUBMIT_ARGS  more for spark-submit, by blanks. A cluster without Delta's jars:
#                       "--packages io.delta:delta-spark_4.1_2.13:4.4.0"
set -eu

conf=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)

stop() {
  echo "spark-submit.sh: $1" >&2
  echo "  fix: $2" >&2
  exit 2
}

submit=${SPARK_SUBMIT:-}
if [ -z "$submit" ]; then
  [ -n "${SPARK_HOME:-}" ] || stop "Spark is not named." "export SPARK_HOME, a Spark 4.1 folder, or SPARK_SUBMIT, its spark-submit."
  submit="$SPARK_HOME/bin/spark-submit"
fi
command -v "$submit" >/dev/null 2>&1 || stop "There is no program $submit." "point SPARK_HOME at a Spark 4.1 folder, or SPARK_SUBMIT at its spark-submit."

jar=${CITYEVAL_JAR:-}
if [ -z "$jar" ]; then
  for candidate in "$conf"/../jobs/pipeline/target/cityeval-pipeline-*-app.jar; do
    jar=$candidate
  done
fi
[ -f "$jar" ] || stop "There is no application jar at $jar." "build it with 'mvn -DskipTests package', or point CITYEVAL_JAR at it."

properties=${CITYEVAL_PROPERTIES:-$conf/spark-defaults.conf}
[ -f "$properties" ] || stop "There is no properties file $properties." "point CITYEVAL_PROPERTIES at one; conf/spark-defaults.conf is a start."

[ $# -gt 0 ] || stop "No command is given." "name one, such as: run --config conf/riverton.yaml; --help lists them."

export LOG4J_CONFIGURATION_FILE="${LOG4J_CONFIGURATION_FILE:-$conf/log4j2.properties}"

# exec: the scheduler's signals reach Spark, and Spark's exit status the scheduler.
# shellcheck disable=SC2086
exec "$submit" ${CITYEVAL_MASTER:+--master "$CITYEVAL_MASTER"} --deploy-mode client \
  --properties-file "$properties" ${CITYEVAL_SUBMIT_ARGS:-} \
  --class org.cityeval.cli.Main "$jar" "$@"
