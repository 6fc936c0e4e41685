package org.cityeval.warehouse;

import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.defaults.engine.hadoopio.HadoopFileIO;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.engine.MetricsReporter;
import java.util.List;
import org.apache.hadoop.conf.Configuration;

/**
 * Delta Kernel's engine for the file systems of Hadoop. Its own writes metrics of each table as
 * JSON, whether or not they are logged.
 */
final class KernelEngine extends DefaultEngine {
  private KernelEngine(Configuration hadoop) {
    super(new HadoopFileIO(hadoop));
  }

  static Engine of(Configuration hadoop) {
    return new KernelEngine(hadoop);
  }

  @Override
  public List<MetricsReporter> getMetricsReporters() {
    return List.of();
  }
}
