package org.cityeval.cli.session;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapred.JobConf;

/** Hadoop's settings, where one machine does all the work. */
final class LocalHadoop {
  private static final String DEFAULTS = "yarn-default.xml";

  private LocalHadoop() {}

  /**
   * Takes away what Hadoop's own file says of YARN, which is half of all settings. Spark sends all
   * settings with each job, and Hadoop compresses each setting by itself: 49 ms of CPU a time, 27
   * without these. What a site or a user has set stays.
   */
  static void leaveOutYarn(Configuration hadoop) {
    // Its class makes Hadoop read the file; done later, all would be there again.
    new JobConf(false);
    for (Map.Entry<String, String> setting : hadoop) {
      if (Arrays.asList(hadoop.getPropertySources(setting.getKey())).equals(List.of(DEFAULTS))) {
        hadoop.unset(setting.getKey());
      }
    }
  }
}
