package org.cityeval.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.config.lake.Location;
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
              case "json" -> "part-.*\\.json:121 new_cases,negative_count";
              case "delta" -> ".*cases\\.delta:[0-9A-F]+ new_cases,negative_count";
              default -> "tiny_cases:[0-9A-F]+ new_cases,negative_count";
            });
  }

  /** Folders say year and month; one file more in another order, one without the note. */
  @ParameterizedTest
  @ValueSource(strings = {"csv", "json", "parquet"})
  void foldersAreColumnsAndFilesMayDifferInTheirs(String format, SparkSession shared) {
    SparkSession spark = shared.newSession();
    spark.conf().set("spark.sql.sources.partitionColumnTypeInference.enabled", "false");
    partition(spark, format, "year=2020/month=03", "'x' as id, 1 as n, 'a' as note");
    partition(spark, format, "year=2020/month=04", "2 as n, 'y' as id");
    partition(spark, format, "year=2021/month=__HIVE_DEFAULT_PARTITION__", "'z' as id, 3 as n");

    for (String path : List.of("lake", "lake/year=*/month=*", "lake/*/*/*." + format)) {
      Dataset<Row> rows =
          read(spark, path, Location.Format.valueOf(format.toUpperCase(Locale.ROOT)));

      assertThat(
              rows.selectExpr(
                      "concat_ws(' ', year, coalesce(month, '(none)'), id, n, coalesce(note, '-'))"
                          + " as told")
                  .sort("told")
                  .as(Encoders.STRING())
                  .collectAsList())
          .as(path)
          .containsExactly("2020 03 x 1 a", "2020 04 y 2 -", "2021 (none) z 3 -");
      assertThat(rows.select(Provenance.FILE).as(Encoders.STRING()).collectAsList())
          .as(path)
          .containsExactlyInAnyOrderElementsOf(
              LakeFiles.list("here", folder + "/" + path, spark.sessionState().newHadoopConf())
                  .stream()
                  .map(LakeFile::label)
                  .toList())
          .allMatch(label -> label.matches("year=202./month=[^/]+/part-[^/]+"));
    }
  }

  private void partition(SparkSession spark, String format, String under, String columns) {
    spark
        .sql("select " + columns)
        .coalesce(1)
        .write()
        .option("header", "true")
        .format(format)
        .save(folder + "/lake/" + under);
  }

  private Dataset<Row> read(SparkSession spark, String path, Location.Format format) {
    return LakeSource.read(
        spark,
        "sources.here",
        new Location(
            folder + "/" + path,
            null,
            format,
            new Location.FileOptions("UTF-8", ",", null, ".", null, null)));
  }

  @Test
  void jsonIsAnObjectALineOrOneArrayOfThem(SparkSession spark) throws IOException {
    Files.createDirectories(folder.resolve("lake 中"));
    Files.writeString(
        folder.resolve("lake 中/a.json"), "{\"id\": \"x\", \"n\": 1}\n{\"id\": broken\n");
    Files.writeString(
        folder.resolve("lake 中/b.json"),
        "\ufeff\n [\n  {\"n\": 2,\n   \"id\": \"y\"},\n  {\"id\": \"z\", \"m\": 3}]\n");

    Dataset<Row> rows = read(spark, "lake 中", Location.Format.JSON);

    assertThat(
            rows.selectExpr("concat_ws(' ', _file, id, n, m, _malformed)")
                .as(Encoders.STRING())
                .collectAsList())
        .containsExactlyInAnyOrder(
            "a.json x 1",
            "a.json malformed_json: the line is no object",
            "b.json y 2",
            "b.json z 3");
  }

  /** The same rows as they come from an editor, an old system and a spreadsheet. */
  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "GB18030"})
  void textIsReadInItsEncodingWithoutItsMarkOfOrder(String encoding, SparkSession spark)
      throws IOException {
    String mark = encoding.startsWith("UTF-8") || encoding.endsWith("LE") ? "\ufeff" : "";
    Files.write(
        folder.resolve("cases.csv"),
        (mark + "城市,n\r\n杭州,1\r\n\"宁\r\n波\",2\r\n").getBytes(Charset.forName(encoding)));
    Location location =
        new Location(
            folder + "/cases.csv",
            null,
            Location.Format.CSV,
            new Location.FileOptions(encoding, ",", null, ".", null, null));

    Dataset<Row> rows = LakeSource.read(spark, "sources.here", location);

    assertThat(
            rows.selectExpr("concat_ws(' ', `城市`, n, _line)").as(Encoders.STRING()).collectAsList())
        .containsExactly("杭州 1 2", "宁\n波 2 4");
  }

  @Test
  void aTableTheCatalogueDoesNotKnowIsASourceThatIsAbsent() {
    TinyLake lake = TinyLake.in(folder).configure("path: cases.csv", "table: nowhere_to_be_found");

    Cli.Answer answer = lake.run("ingest");

    assertThat(answer.exit()).as(answer.err()).isEqualTo(4);
    assertThat(answer.err()).contains("sources.cases", "nowhere_to_be_found");
  }
}
