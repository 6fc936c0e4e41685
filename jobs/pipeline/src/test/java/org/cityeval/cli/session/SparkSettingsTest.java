package org.cityeval.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.serializer.KryoSerializer;
import org.apache.spark.serializer.Serializer;
import org.apache.spark.serializer.SerializerInstance;
import org.apache.spark.util.Utils;
import org.cityeval.place.District;
import org.cityeval.run.RowBatches;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import scala.reflect.ClassTag;

/** What a user says of Spark comes by properties of the JVM; {@code spark-submit} does so too. */
class SparkSettingsTest {
  private static final Map<String, String> SAID =
      Map.of(
          "spark.sql.cache.serializer",
          "org.apache.spark.sql.execution.columnar.DefaultCachedBatchSerializer",
          "spark.io.compression.codec",
          "lz4",
          "spark.sql.codegen.hugeMethodLimit",
          "65535",
          "spark.sql.artifact.isolation.enabled",
          "true",
          "spark.sql.dataFrameQueryContext.enabled",
          "true");

  @AfterEach
  void unsay() {
    SAID.keySet().forEach(System::clearProperty);
  }

  @Test
  void ofWhatNobodySaidAnythingTheProgramChooses() {
    SparkConf conf = SparkSettings.of("local[2]");

    assertThat(conf.get("spark.sql.cache.serializer")).isEqualTo(RowBatches.class.getName());
    assertThat(conf.get("spark.io.compression.codec")).isEqualTo("zstd");
    assertThat(conf.get("spark.sql.codegen.hugeMethodLimit")).isEqualTo("8000");
    assertThat(conf.get("spark.sql.artifact.isolation.enabled")).isEqualTo("false");
    assertThat(conf.get("spark.sql.dataFrameQueryContext.enabled")).isEqualTo("false");
  }

  @Test
  void whatTheUserSaidStays() {
    SAID.forEach(System::setProperty);

    SparkConf conf = SparkSettings.of("local[2]");

    SAID.forEach((key, value) -> assertThat(conf.get(key)).as(key).isEqualTo(value));
  }

  /** Executors of a cluster may be others' too; they compress as they were set up. */
  @Test
  void aClusterCompressesAsItIsSet() {
    assertThat(SparkSettings.of("spark://host:7077").contains("spark.io.compression.codec"))
        .isFalse();
  }

  /** A cluster may set Kryo for all programs. It cannot write a record. */
  @Test
  void recordsArePassedOnWhateverTheClusterSays() {
    System.setProperty("spark.serializer", KryoSerializer.class.getName());
    try {
      SparkConf conf = SparkSettings.of("spark://host:7077");
      District district = new District("A", "A", null, "c", "c", null, 9, List.of("B"), null);

      SerializerInstance written =
          Utils.<Serializer>instantiateSerializerOrShuffleManager(
                  conf.get("spark.serializer"), conf, true)
              .newInstance();

      ClassTag<District> tag = ClassTag.apply(District.class);
      assertThat(written.<District>deserialize(written.serialize(district, tag), tag))
          .isEqualTo(district);
    } finally {
      System.clearProperty("spark.serializer");
    }
  }
}
