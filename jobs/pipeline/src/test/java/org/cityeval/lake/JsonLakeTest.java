package org.cityeval.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.cityeval.lake.OpenedFiles.shown;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.spark.sql.SparkSession;
import org.cityeval.problem.SourceProblem;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class JsonLakeTest {
  @TempDir private Path folder;

  private final SparkSession spark;

  JsonLakeTest(SparkSession spark) {
    this.spark = spark;
  }

  private void write(String name, String text) {
    OpenedFiles.write(folder, name, text);
  }

  private Lake open(Predicate<LakeFile> chosen) {
    List<LakeFile> all = OpenedFiles.in(folder, spark);
    return JsonLake.open(spark, "here", all, all.stream().filter(chosen).toList(), "UTF-8");
  }

  @Test
  void valuesAreTextAndNestedOnesStructsOfText() throws IOException {
    write(
        "a.json", "{\"id\": 7, \"at\": {\"lon\": 1.50}}\n{\"id\": \"x\", \"tags\": [1, \"b\"]}\n");

    assertThat(shown(open(file -> true), "id", "at.lon", "array_join(tags, '+')", "_line"))
        .containsExactly("7|1.50|null|1", "x|null|1+b|2");
  }

  /** What only an unread file has is a column too; a folder's word goes before a record's. */
  @Test
  void columnsAreThoseOfAllFilesAndFolders() throws IOException {
    write("a.json", "{\"id\": 1}\n{\"id\": 2}\n");
    write("year=2020/b.json", "{\"n\": 3, \"YEAR\": \"no\"}\n");

    Lake lake = open(file -> true);
    assertThat(shown(lake, "id", "n", "year", "_file"))
        .containsExactly(
            "1|null|null|a.json", "2|null|null|a.json", "null|3|2020|year=2020/b.json");
    assertThat(lake.records().get()).isEqualTo(Map.of("a.json", 2L, "year=2020/b.json", 1L));
    assertThat(lake.headings())
        .extracting(FileHeadings::columns)
        .containsExactly(List.of("id"), List.of("n", "YEAR", "year"));

    Lake first = open(file -> file.label().equals("a.json"));
    assertThat(shown(first, "id", "n")).containsExactly("1|null", "2|null");
    assertThat(first.records().get()).isEqualTo(Map.of("a.json", 2L));
  }

  @Test
  void aRecordThatCannotBeReadIsOneWithItsTextAlone() throws IOException {
    write("year=2020/a.json", "{\"id\": 1}\n[3]x\n");

    assertThat(shown(open(file -> true), "id", "year", "_malformed is null", "_raw"))
        .containsExactly("1|2020|true|null", "null|null|false|[3]x");
  }

  @Test
  void filesWithoutARecordAreNoSource() throws IOException {
    write("a.json", "[]");
    assertThatExceptionOfType(SourceProblem.class)
        .isThrownBy(() -> open(file -> true))
        .satisfies(told -> assertThat(told.why()).isEqualTo("a.json holds no object."));
    write("b.json", "[]");
    assertThatExceptionOfType(SourceProblem.class)
        .isThrownBy(() -> open(file -> true))
        .satisfies(
            told -> assertThat(told.why()).isEqualTo("a.json and the others hold no object."));
    write("b.json", "[{\"id\": 1}]");
    assertThat(shown(open(file -> true), "id")).containsExactly("1");
    assertThat(open(file -> true).headings()).hasSize(1);
  }

  @Test
  void objectsWithoutAnyKeyAreRecordsWithoutAColumn() throws IOException {
    write("a.json", "{}\n{}\n");

    assertThat(LakeSource.ownColumns(open(file -> true).rows())).isEmpty();
    assertThat(open(file -> true).rows().count()).isEqualTo(2);
  }
}
