package org.cityeval.cli.session;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapred.JobConf;

/** Hadoop's settings, where one machine does all the work. */
final class LocalHadoop {
  private static final Set<String> OTHER_ENGINES = Set.of("yarn-default.xml", "mapred-default.xml");

  /** What reads and writes files goes by these, whichever engine it runs in. */
  private static final Pattern OF_FILES =
      Pattern.compile("mapreduce\\.(input|output|fileoutputcommitter|outputcommitter)\\..*");

  private LocalHadoop() {}

  /**
   * Takes away what Hadoop's own files say of YARN and MapReduce: two thirds of all settings. Spark
   * packs all of them for each stage that reads or writes files, and unpacks them in each task.
   * What a site or a user has set stays.
   */
  static void leaveOutOtherEngines(Configuration hadoop) {
    // Its class makes Hadoop read the files; done later, all would be there again.
    new JobConf(false);
    for (Map.Entry<String, String> setting : hadoop) {
      String[] sources = hadoop.getPropertySources(setting.getKey());
      if (sources != null
          && sources.length == 1
          && OTHER_ENGINES.contains(sources[0])
          && !OF_FILES.matcher(setting.getKey()).matches()) {
        hadoop.unset(setting.getKey());
      }
    }
  }
}
