package org.cityeval.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The libraries that decision 24 replaces are the later ones, and Spark bears them. */
@ExtendWith(SparkExtension.class)
class MendedLibrariesTest {
  @TempDir private Path folder;

  private static String jar(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation().getPath();
  }

  @Test
  void theClassesComeFromTheLaterJars() {
    assertThat(jar(net.jpountz.lz4.LZ4Factory.class)).contains("at/yawk/lz4");
    assertThat(jar(io.netty.buffer.ByteBuf.class)).doesNotContain("4.2.7");
    assertThat(jar(org.apache.logging.log4j.core.LoggerContext.class)).doesNotContain("2.24");
  }

  /** The sum of 0 to 999 by the rule of Gauss, after a shuffle, which is in lz4 too. */
  @ParameterizedTest
  @ValueSource(strings = {"lz4", "zstd", "snappy"})
  void sparkWritesShufflesAndReads(String codec, SparkSession spark) {
    String path = folder.resolve(codec).toString();
    spark.range(1000).repartition(3).write().option("compression", codec).parquet(path);

    Row sum = spark.read().parquet(path).repartition(5).groupBy().sum("id").head();

    assertThat(sum.getLong(0)).isEqualTo(499_500);
  }
}
