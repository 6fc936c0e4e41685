package org.cityeval.cli.session;

import java.util.Arrays;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapred.JobConf;

/** Hadoop's settings, where one machine does all the work. */
final class LocalHadoop {
  private static final String[] ONLY_DEFAULTS = {"yarn-default.xml"};

  private LocalHadoop() {}

  /**
   * Takes away what Hadoop's own file says of YARN: half of all settings. Spark sends all of them
   * with each job. To pack them takes 49 ms of CPU a time, and 27 without these. What a site or a
   * user has set stays.
   */
  static void leaveOutYarn(Configuration hadoop) {
    // Its class makes Hadoop read the file; done later, all would be there again.
    new JobConf(false);
    for (Map.Entry<String, String> setting : hadoop) {
      String[] sources = hadoop.getPropertySources(setting.getKey());
      if (setting.getKey().startsWith("yarn.") && Arrays.equals(sources, ONLY_DEFAULTS)) {
        hadoop.unset(setting.getKey());
      }
    }
  }
}
