package org.cityeval.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapred.JobConf;
import org.junit.jupiter.api.Test;

/**
 * Values of defaults are those that Hadoop's documentation tells; {@code yarn.app.mapreduce} is
 * MapReduce's.
 */
class LocalHadoopTest {
  private static List<String> namesOfYarn(Configuration hadoop) {
    List<String> names = new ArrayList<>();
    hadoop.forEach(
        setting -> {
          if (setting.getKey().matches("yarn\\.(?!app\\.mapreduce\\.).*")) {
            names.add(setting.getKey());
          }
        });
    return names;
  }

  @Test
  void defaultsOfYarnAreLeftOut() {
    Configuration hadoop = new Configuration();
    new JobConf(false);
    assertThat(namesOfYarn(hadoop)).hasSizeGreaterThan(400);

    LocalHadoop.leaveOutYarn(hadoop);

    assertThat(namesOfYarn(hadoop)).isEmpty();
    assertThat(namesOfYarn(new Configuration(hadoop))).isEmpty();
  }

  @Test
  void allElseStaysAndSoDoesWhatSomebodySet() {
    Configuration hadoop = new Configuration();
    hadoop.set("yarn.resourcemanager.hostname", "elsewhere");

    LocalHadoop.leaveOutYarn(hadoop);

    assertThat(namesOfYarn(hadoop)).containsExactly("yarn.resourcemanager.hostname");
    assertThat(hadoop.get("yarn.resourcemanager.hostname")).isEqualTo("elsewhere");
    assertThat(hadoop.get("fs.defaultFS")).isEqualTo("file:///");
    assertThat(hadoop.get("mapreduce.task.io.sort.mb")).isEqualTo("100");
  }
}
