package org.cityeval.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.mapred.JobConf;
import org.junit.jupiter.api.Test;

/** Names and values are those of Hadoop's own documentation. */
class LocalHadoopTest {
  private static final String OTHERS =
      "(yarn|mapred)\\..*|mapreduce\\.(?!(input|output|fileoutputcommitter|outputcommitter)\\.).*";

  private static List<String> namesOfOthers(Configuration hadoop) {
    List<String> names = new ArrayList<>();
    hadoop.forEach(
        setting -> {
          if (setting.getKey().matches(OTHERS)) {
            names.add(setting.getKey());
          }
        });
    return names;
  }

  @Test
  void defaultsOfOtherEnginesAreLeftOut() {
    Configuration hadoop = new Configuration();
    new JobConf(false);
    assertThat(namesOfOthers(hadoop))
        .hasSizeGreaterThan(600)
        .contains("yarn.acl.enable", "mapreduce.task.io.sort.mb");

    LocalHadoop.leaveOutOtherEngines(hadoop);

    assertThat(namesOfOthers(hadoop)).isEmpty();
    assertThat(namesOfOthers(new Configuration(hadoop))).isEmpty();
  }

  @Test
  void allElseStaysAndSoDoesWhatSomebodySet() {
    Configuration hadoop = new Configuration();
    hadoop.set("yarn.resourcemanager.hostname", "elsewhere");
    hadoop.set("mapreduce.task.io.sort.mb", "50");

    LocalHadoop.leaveOutOtherEngines(hadoop);

    assertThat(namesOfOthers(hadoop))
        .containsExactlyInAnyOrder("yarn.resourcemanager.hostname", "mapreduce.task.io.sort.mb");
    assertThat(hadoop.get("yarn.resourcemanager.hostname")).isEqualTo("elsewhere");
    assertThat(hadoop.get("fs.defaultFS")).isEqualTo("file:///");
    assertThat(hadoop.get("fs.s3a.impl")).isEqualTo("org.apache.hadoop.fs.s3a.S3AFileSystem");
    assertThat(hadoop.get("mapreduce.outputcommitter.factory.scheme.s3a"))
        .isEqualTo("org.apache.hadoop.fs.s3a.commit.S3ACommitterFactory");
    assertThat(hadoop.get("mapreduce.output.fileoutputformat.compress")).isEqualTo("false");
    assertThat(hadoop.get("mapreduce.fileoutputcommitter.algorithm.version")).isNotNull();
    assertThat(hadoop.get("mapreduce.input.fileinputformat.split.minsize")).isEqualTo("0");
  }
}
