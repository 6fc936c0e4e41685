package org.cityeval.cli.session;

import java.util.Optional;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.RuntimeConfig;
import org.apache.spark.sql.SparkSession;
import scala.Tuple2;

/** Builds the Spark session; what the cluster or a spark-submit has set wins. */
public final class Sessions {
  private Sessions() {}

  /** A session, and whether it is ours to stop. */
  public record Opened(SparkSession spark, boolean ours) implements AutoCloseable {
    @Override
    public void close() {
      if (ours) {
        spark.stop();
      }
    }
  }

  /** Joins the running session of a shared cluster, or starts one. */
  public static Opened open(String master) {
    Optional<SparkSession> running = running();
    SparkSession session = running.orElseGet(() -> start(SparkSettings.of(master))).newSession();
    running.ifPresent(
        joined -> setWhatIsNotSet(session, SparkSettings.of(joined.sparkContext().master())));
    // These decide what numbers and dates mean, so they are not the cluster's to choose.
    session.conf().set("spark.sql.session.timeZone", "UTC");
    session.conf().set("spark.sql.datetime.java8API.enabled", "true");
    session.conf().set("spark.sql.ansi.enabled", "false");
    // A bad date is null, not an error about what an older Spark would have read.
    session.conf().set("spark.sql.legacy.timeParserPolicy", "CORRECTED");
    // A partition column is text, as every column of a csv is: month=03 stays 03.
    session.conf().set("spark.sql.sources.partitionColumnTypeInference.enabled", "false");
    // ${env:NAME} in SQL would show whoever may ask what the environment holds.
    session.conf().set("spark.sql.variable.substitute", "false");
    if (session.sparkContext().isLocal()) {
      LocalHadoop.leaveOutOtherEngines(session.sparkContext().hadoopConfiguration());
    }
    // Encoders of rows look at the active session to choose between kinds of dates.
    SparkSession.setActiveSession(session);
    return new Opened(session, running.isEmpty());
  }

  private static Optional<SparkSession> running() {
    return SparkSession.getDefaultSession().isDefined()
        ? Optional.of(SparkSession.getDefaultSession().get())
        : Optional.empty();
  }

  /** A session that was running stays as its user set it; ours is set apart. */
  private static void setWhatIsNotSet(SparkSession session, SparkConf settings) {
    RuntimeConfig own = session.conf();
    scala.collection.immutable.Map<String, String> set = own.getAll();
    for (Tuple2<String, String> setting : settings.getAll()) {
      if (own.isModifiable(setting._1()) && !set.contains(setting._1())) {
        own.set(setting._1(), setting._2());
      }
    }
  }

  /** The running session, or a new one without MLlib's internal functions. */
  public static SparkSession start(SparkConf settings) {
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    ClassLoader all = before == null ? Sessions.class.getClassLoader() : before;
    Thread.currentThread().setContextClassLoader(new WithoutMlFunctions(all));
    try {
      // Spark's common builder looks for its implementations by Scala's reflection.
      return org.apache.spark.sql.classic.SparkSession.builder().config(settings).getOrCreate();
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }
}
