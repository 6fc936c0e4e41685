package org.cityeval.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.sql.SparkSession;
import org.cityeval.cli.session.Logging;
import org.cityeval.cli.session.Sessions;
import org.cityeval.cli.session.SparkSettings;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One small Spark session for all tests of the process; commands join it and let it run. */
public final class SparkExtension implements BeforeAllCallback, ParameterResolver {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(SparkExtension.class);

  /** Stops the session when the last test has ended. */
  private record Running(SparkSession spark) implements AutoCloseable {
    static Running start() {
      // As commands have it, and before Spark finds a setting of its own.
      Logging.start("text", false);
      // Hadoop keeps the first file system of a process, whatever settings come later. One that a
      // test without a session took would start a process (chmod) for each file.
      try {
        FileSystem.closeAll();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return new Running(
          Sessions.start(
              SparkSettings.of("local[2]")
                  .setAppName("cityeval tests")
                  .set("spark.sql.warehouse.dir", "target/spark-warehouse")
                  // What Spark remembers of ended work fills the memory of so long a process.
                  .set("spark.sql.ui.retainedExecutions", "10")
                  .set("spark.ui.retainedJobs", "10")
                  .set("spark.ui.retainedStages", "10")
                  .set("spark.ui.retainedTasks", "100")
                  // Sessions of the program read dates this way whatever the cluster says.
                  .set("spark.sql.datetime.java8API.enabled", "true")));
    }

    @Override
    public void close() {
      spark.stop();
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    running(context);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == SparkSession.class;
  }

  @Override
  public SparkSession resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return running(context);
  }

  private static SparkSession running(ExtensionContext context) {
    // A process is handed one class after the other, and each is a root of its own.
    return context
        .getStore(ExtensionContext.StoreScope.LAUNCHER_SESSION, NAMESPACE)
        .computeIfAbsent(Running.class, key -> Running.start(), Running.class)
        .spark();
  }
}
