package org.cityeval.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.spark.SparkException;
import org.junit.jupiter.api.Test;

class EngineFailureTest {
  private static SparkException engine(String condition, String parameter) {
    return new SparkException(
        condition,
        scala.collection.immutable.Map$.MODULE$.from(
            scala.jdk.javaapi.CollectionConverters.asScala(Map.of(parameter, "x"))),
        null);
  }

  @Test
  void anEngineNamesFilesByTheParametersOfItsMessage() {
    assertThat(EngineFailure.namesFiles(engine("PATH_NOT_FOUND", "path"))).isTrue();
    assertThat(
            EngineFailure.namesFiles(
                new IllegalStateException(engine("FAILED_READ_FILE.NO_HINT", "path"))))
        .isTrue();
    assertThat(EngineFailure.namesFiles(engine("DIVIDE_BY_ZERO", "config"))).isFalse();
    assertThat(EngineFailure.namesFiles(new IllegalStateException("/etc/passwd"))).isFalse();
  }
}
