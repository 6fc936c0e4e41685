package org.cityeval.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.testing.Cli;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same cases from every kind of lake; one of them is refused, and placed. */
@ExtendWith(SparkExtension.class)
class SourceFormatsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"parquet", "delta", "json", "table"})
  void theSameObservationsComeFromEveryKindOfLake(String kind, SparkSession spark) {
    TinyLake csv = TinyLake.published();
    TinyLake lake = TinyLake.in(folder).append("cases.csv", "2020-04-11,A,-3");
    Dataset<Row> cases =
        spark
            .read()
            .option("header", "true")
            .schema("day date, district string, new_cases int")
            .csv(lake.file("cases.csv").toString())
            .coalesce(1);
    Path written = lake.file("cases." + kind);
    if (kind.equals("table")) {
      cases.write().mode("overwrite").option("path", "" + written).saveAsTable("tiny_cases");
      lake.configure("path: cases.csv", "table: tiny_cases");
    } else {
      cases.write().format(kind).save(written.toString());
      lake.configure("path: cases.csv", "path: cases." + kind + "\n    format: " + kind);
    }

    Cli.Answer answer = lake.run("ingest");

    assertThat(answer.exit()).as(answer.err()).isZero();
    String observations =
        "select district_id, date, value from silver.observation where measure = 'new_cases'"
            + " order by 1, 2";
    assertThat(lake.sql(observations).out()).isEqualTo(csv.sql(observations).out()).contains("A,");
    List<String> refused = lake.sql("select position, reason_code from ops.quarantine").rows();
    assertThat(refused).hasSize(1);
    assertThat(refused.get(0))
        .matches(
            switch (kind) {
              case "parquet" -> "part-.*\\.parquet:121 new_cases,negative_count";
              case "json" -> "part-.*\\.json:[0-9A-F]+ new_cases,negative_count";
              case "delta" -> ".*cases\\.delta:[0-9A-F]+ new_cases,negative_count";
              default -> "tiny_cases:[0-9A-F]+ new_cases,negative_count";
            });
  }

  @Test
  void aTableTheCatalogueDoesNotKnowIsASourceThatIsAbsent() {
    TinyLake lake = TinyLake.in(folder).configure("path: cases.csv", "table: nowhere_to_be_found");

    Cli.Answer answer = lake.run("ingest");

    assertThat(answer.exit()).as(answer.err()).isEqualTo(4);
    assertThat(answer.err()).contains("sources.cases", "nowhere_to_be_found");
  }
}
