package org.cityeval.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;

class ProcessUmaskTest {

  /** The shell's own word for it. */
  @Test
  void itIsWhatTheShellSays() throws IOException {
    Process shell = new ProcessBuilder("sh", "-c", "umask").start();
    String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();

    assertThat(ProcessUmask.find())
        .hasValueSatisfying(
            umask -> assertThat(Integer.parseInt(umask, 8)).isEqualTo(Integer.parseInt(said, 8)));
  }

  @Test
  void hadoopIsToldUnlessSomebodyDecidedAlready() {
    SparkConf conf = new SparkConf(false);
    ProcessUmask.handTo(conf);
    SparkConf decided = new SparkConf(false).set("spark.hadoop.fs.permissions.umask-mode", "027");
    ProcessUmask.handTo(decided);

    assertThat(conf.get("spark.hadoop.fs.permissions.umask-mode"))
        .isEqualTo(ProcessUmask.find().orElseThrow());
    assertThat(decided.get("spark.hadoop.fs.permissions.umask-mode")).isEqualTo("027");
  }
}
