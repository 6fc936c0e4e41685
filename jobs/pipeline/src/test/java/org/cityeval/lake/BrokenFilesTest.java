package org.cityeval.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.compress.CompressionCodecFactory;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.config.lake.Location;
import org.cityeval.problem.SourceProblem;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever ends a file early is named with its file and line; what it holds is counted first. */
@ExtendWith(SparkExtension.class)
class BrokenFilesTest {
  private static final int RECORDS = 20_000;

  @TempDir private Path folder;

  private Lake open(SparkSession spark, String path, Location.Format format) {
    return LakeSource.open(
        spark,
        "sources.here",
        new Location(
            folder + "/" + path,
            null,
            format,
            new Location.FileOptions("UTF-8", ",", null, ".", null, null)),
        file -> true);
  }

  /** The text as it is, or packed. */
  private static byte[] packed(String name, String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    var codec =
        new CompressionCodecFactory(new Configuration())
            .getCodec(new org.apache.hadoop.fs.Path("/" + name));
    try (OutputStream out = codec == null ? bytes : codec.createOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static String text(String format) {
    StringBuilder text = new StringBuilder(format.equals("csv") ? "id,n\n" : "");
    text.append(format.equals("array") ? "[\n" : "");
    for (int i = 0; i < RECORDS; i++) {
      text.append(
          switch (format) {
            case "csv" -> i + "," + i * 31 % 97 + "\n";
            case "lines" -> "{\"id\": " + i + ", \"n\": " + i * 31 % 97 + "}\n";
            default ->
                "{\"id\": "
                    + i
                    + ", \"n\": "
                    + i * 31 % 97
                    + "}"
                    + (i == RECORDS - 1 ? "]\n" : ",\n");
          });
    }
    return text.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "csv,csv.gz",
    "csv,csv.bz2",
    "csv,csv.deflate",
    "lines,json.gz",
    "lines,json.bz2",
    "array,json",
    "array,json.gz",
    "lines,json"
  })
  void aFileThatIsCutIsNamedWithItsLine(String format, String ending, SparkSession spark)
      throws IOException {
    Location.Format as = format.equals("csv") ? Location.Format.CSV : Location.Format.JSON;
    byte[] whole = packed("x." + ending, text(format));
    Files.createDirectories(folder.resolve("lake"));
    Files.write(folder.resolve("lake/a." + ending), whole);
    assertThat(open(spark, "lake", as).records().get())
        .isEqualTo(Map.of("a." + ending, (long) RECORDS));
    Files.write(folder.resolve("lake/b." + ending), Arrays.copyOf(whole, whole.length * 2 / 3));

    assertThatThrownBy(() -> open(spark, "lake", as).records().get())
        .isInstanceOfSatisfying(
            SourceProblem.class,
            problem -> {
              assertThat(problem.exitCode()).isEqualTo(4);
              assertThat(problem.render())
                  .contains("sources.here: a file breaks off")
                  .containsPattern(
                      "b\\."
                          + ending
                          + ", line "
                          + (ending.endsWith("bz2") ? "1" : "1?\\d{4}")
                          + ": ");
            });
  }

  @Test
  void aParquetFileWithoutItsEndIsNamedAndRowGroupsAreCounted(SparkSession spark)
      throws IOException {
    spark.range(5).selectExpr("id", "cast(id as int) n").coalesce(1).write().parquet(folder + "/p");
    Lake lake = open(spark, "p", Location.Format.PARQUET);
    assertThat(lake.records().get().values()).containsExactly(5L);
    Files.write(folder.resolve("p/z.parquet"), new byte[] {'P', 'A', 'R', '1', 0, 0, 'x'});

    assertThatThrownBy(() -> open(spark, "p", Location.Format.PARQUET))
        .isInstanceOf(SourceProblem.class)
        .hasMessageContaining("sources.here: a file breaks off");
  }

  @Test
  void parquetOfSeveralYearsIsReadByItsWidestColumns(SparkSession spark) {
    write(spark, "1", "1 as id, 7 as n, cast(1.5 as float) as x");
    write(spark, "2", "2L as ID, 8 as n, 2.25D as x");
    write(spark, "3", "3 as id, cast(9 as smallint) as n, 4 as x");

    assertThat(told(open(spark, "years", Location.Format.PARQUET).rows(), "id", "n", "x"))
        .containsExactly("1 7 1.5", "2 8 2.25", "3 9 4.0");
  }

  private void write(SparkSession spark, String year, String columns) {
    spark.sql("select " + columns).coalesce(1).write().parquet(folder + "/years/y=" + year);
  }

  private static List<String> told(Dataset<Row> rows, String... columns) {
    return rows.selectExpr("concat_ws(' ', " + String.join(", ", columns) + ") as told")
        .sort("told")
        .as(Encoders.STRING())
        .collectAsList();
  }

  @Test
  void headingsAreAlikeInUpperAndLowerCaseInEveryFormat(SparkSession spark) throws IOException {
    Files.createDirectories(folder.resolve("csv"));
    Files.writeString(folder.resolve("csv/a.csv"), "id,Cases\n1,7\n");
    Files.writeString(folder.resolve("csv/b.csv"), "CASES,ID\n8,2\n");
    Files.createDirectories(folder.resolve("json"));
    Files.writeString(folder.resolve("json/a.json"), "{\"id\": 1, \"Cases\": 7}\n");
    Files.writeString(folder.resolve("json/b.json"), "{\"CASES\": 8, \"ID\": 2}\n");

    for (String format : List.of("csv", "json")) {
      Location.Format as = Location.Format.valueOf(format.toUpperCase(Locale.ROOT));
      assertThat(told(open(spark, format, as).rows(), "id", "cases")).containsExactly("1 7", "2 8");
    }
  }

  @Test
  void aJsonRecordThatCannotBeReadIsOneAndItsPlaceIsItsOwn(SparkSession spark) throws IOException {
    Files.writeString(
        folder.resolve("a.json"),
        "{\"id\": 1, \"in\": {\"n\": [1.50, 2]}}\n{\"id\": 2, \"ID\": 3}\n\n7\n{\"id\": NaN}\n");
    Files.writeString(
        folder.resolve("b.json"), "[{\"id\": 1},{\"id\": 2, \"id\": 2},\n {\"id\": 3}]");

    assertThat(
            open(spark, "*.json", Location.Format.JSON)
                .rows()
                .selectExpr(
                    "concat_ws(' ', concat(_file, ':', _line), id, in.n[0], _malformed, _raw)")
                .as(Encoders.STRING())
                .collectAsList())
        .containsExactlyInAnyOrder(
            "a.json:1 1 1.50",
            "a.json:2 malformed_json: the key ID stands twice {\"id\": 2, \"ID\": 3}",
            "a.json:4 malformed_json: it is no object 7",
            "a.json:5 NaN",
            "b.json:1 1",
            "b.json:1.2 malformed_json: the key id stands twice {\"id\":2}",
            "b.json:2 3");
  }

  @Test
  void aLastNumberIsBelievedUnlessItMayHaveBeenCut(SparkSession spark) throws IOException {
    Map<String, String> texts =
        Map.of(
            "shorter.csv", "id,n\n1,20\n2,2",
            "as-long.csv", "id,n\n1,20\n2,21",
            "ended.csv", "id,n\n1,20\n2,2\n");
    for (Map.Entry<String, String> file : texts.entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
    assertThat(refused(spark, "*.csv")).containsExactly("shorter.csv:3 cut_short: n is 2");

    Files.createDirectories(folder.resolve("habit"));
    Files.writeString(folder.resolve("habit/1.csv"), "id,n\n1,20\n2,2");
    Files.writeString(folder.resolve("habit/2.csv"), "id,n\n1,20\n2,3");
    assertThat(refused(spark, "habit")).isEmpty();
  }

  private List<String> refused(SparkSession spark, String path) {
    return open(spark, path, Location.Format.CSV)
        .rows()
        .where("_malformed is not null")
        .selectExpr("concat(_file, ':', _line, ' ', _malformed)")
        .as(Encoders.STRING())
        .collectAsList();
  }

  @Test
  void aMarkOfByteOrderAloneIsNoData(SparkSession spark) throws IOException {
    for (String format : List.of("csv", "json")) {
      Files.write(
          folder.resolve("bom." + format), new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
      Location.Format as = Location.Format.valueOf(format.toUpperCase(Locale.ROOT));
      assertThatThrownBy(() -> open(spark, "bom." + format, as))
          .isInstanceOf(SourceProblem.class)
          .satisfies(p -> assertThat(((SourceProblem) p).render()).contains("bom." + format));
    }
  }
}
