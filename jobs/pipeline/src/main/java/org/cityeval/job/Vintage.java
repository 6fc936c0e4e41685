package org.cityeval.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.cityeval.config.EvaluationConfig;
import org.cityeval.ingest.ContentHash;
import org.cityeval.problem.UserProblem;
import org.cityeval.table.SilverTables;
import org.cityeval.table.Warehouse;

/**
 * Which vintage a run evaluates: the newest that sources and registers of requests hold, or the day
 * that is asked for.
 */
final class Vintage {
  private Vintage() {}

  /** The observations of the run's sources, all vintages. */
  static Dataset<Row> observations(Run run) {
    return observations(run.warehouse(), run.config());
  }

  /** The observations of an evaluation's sources, all vintages. */
  static Dataset<Row> observations(Warehouse warehouse, EvaluationConfig config) {
    Object[] sources = config.sources().keySet().stream().map(config::sourceId).toArray();
    return warehouse.read(SilverTables.OBSERVATION).where(col("source_id").isin(sources));
  }

  /** The requests of the run's registers, as they were published last. */
  static Dataset<Row> requests(Run run) {
    Object[] registers = run.config().requests().keySet().stream().map(run::sourceId).toArray();
    return run.warehouse()
        .read(SilverTables.SERVICE_REQUEST)
        .where(col("source_id").isin(registers));
  }

  /** The requests that the run's registers had published by a day, each as it was then last. */
  static Dataset<Row> requests(Run run, LocalDate asOf) {
    return requests(run).where(col("as_of").leq(lit(asOf)));
  }

  /**
   * The day whose knowledge the run rests on.
   *
   * @throws UserProblem if nothing was ingested, or nothing was published by the day asked for
   */
  static LocalDate of(Run run) {
    LocalDate asked = run.knownOn().orElse(LocalDate.of(9999, 12, 31));
    Dataset<Row> published = observations(run).select("as_of");
    if (!run.config().requests().isEmpty()) {
      published = published.union(requests(run).select("as_of"));
    }
    LocalDate newest =
        published.where(col("as_of").leq(lit(asked))).agg(max("as_of")).head().getAs(0);
    if (newest == null) {
      throw new UserProblem(
          "Nothing of " + run.evaluationId() + " was published by " + asked + ".",
          "silver holds none for the sources and requests of the config.",
          run.knownOn().isPresent() ? "Ask for a later --as-of." : "Run 'cityeval ingest' first.");
    }
    return run.knownOn().orElse(newest);
  }

  /** Content hash of each source at the vintage, registers of requests included. */
  static Map<String, String> sourceVersions(Run run, LocalDate asOf) {
    Map<String, SortedMap<LocalDate, String>> published = new TreeMap<>();
    Dataset<Row> versions = versions(observations(run).where(col("as_of").leq(lit(asOf))));
    if (!run.config().requests().isEmpty()) {
      versions = versions.unionByName(versions(requests(run, asOf)));
    }
    versions
        .distinct()
        .collectAsList()
        .forEach(
            row ->
                published
                    .computeIfAbsent(row.getString(0), source -> new TreeMap<>())
                    .put(row.getAs(1), row.getString(2)));
    Map<String, String> hashes = new TreeMap<>();
    published.forEach((source, days) -> hashes.put(source, ContentHash.version(days)));
    return hashes;
  }

  private static Dataset<Row> versions(Dataset<Row> published) {
    return published.select("source_id", "as_of", "source_version");
  }
}
