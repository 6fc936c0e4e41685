package org.cityeval.testing;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerEvent;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.ui.SparkListenerSQLExecutionStart;

/**
 * What Spark was asked for meanwhile.
 *
 * @param executions those of SQL, of which each may take several jobs
 */
public record StartedJobs(int jobs, int executions) {
  private static final long MOST_MILLIS = 60_000;

  /** Something that is done. */
  public interface Work {
    void run() throws Exception;
  }

  /** Counts what is started while something is done. */
  public static StartedJobs during(SparkSession spark, Work work) throws Exception {
    Counter counter = new Counter();
    spark.sparkContext().addSparkListener(counter);
    try {
      work.run();
      spark.sparkContext().listenerBus().waitUntilEmpty(MOST_MILLIS);
    } finally {
      spark.sparkContext().removeSparkListener(counter);
    }
    return new StartedJobs(counter.jobs.get(), counter.executions.get());
  }

  private static final class Counter extends SparkListener {
    private final AtomicInteger jobs = new AtomicInteger();
    private final AtomicInteger executions = new AtomicInteger();

    @Override
    public void onJobStart(SparkListenerJobStart start) {
      jobs.incrementAndGet();
    }

    @Override
    public void onOtherEvent(SparkListenerEvent event) {
      if (event instanceof SparkListenerSQLExecutionStart) {
        executions.incrementAndGet();
      }
    }
  }
}
