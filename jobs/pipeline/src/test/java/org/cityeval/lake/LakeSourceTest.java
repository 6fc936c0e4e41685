package org.cityeval.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.config.lake.Location;
import org.cityeval.config.lake.Location.FileOptions;
import org.cityeval.config.lake.Location.Format;
import org.cityeval.problem.SourceProblem;
import org.cityeval.problem.UserProblem;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class LakeSourceTest {
  @TempDir private Path folder;

  private Location file(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("f.csv"), text);
    return new Location(
        file.toString(), null, Format.CSV, new FileOptions("UTF-8", ",", null, ".", null, null));
  }

  @Test
  void aShortListIsReadWholeOrNotAtAll(SparkSession spark) throws IOException {
    assertThat(LakeSource.readWhole(spark, "districts", file("a,b\n1,2\n")).count()).isEqualTo(1);
    Location damaged = file("a,b\n1,2\n3\n");
    assertThatExceptionOfType(UserProblem.class)
        .isThrownBy(() -> LakeSource.readWhole(spark, "districts", damaged))
        .withMessage("districts: line 3 of f.csv cannot be read.")
        .satisfies(p -> assertThat(p.why()).isEqualTo("cell_count: 1, the heading has 2."));
    Location broken = file("a,b\n1,2\n3,\"4\n");
    assertThatExceptionOfType(SourceProblem.class)
        .isThrownBy(() -> LakeSource.readWhole(spark, "districts", broken));
  }

  @Test
  void aTableIsOneFileThatMayHaveChanged(SparkSession spark) {
    Location table = new Location(null, "lake.phones", Format.CSV, null);
    Location delta = new Location("/srv/delta", null, Format.DELTA, null);

    assertThat(LakeSource.files(spark, "s", table))
        .containsExactly(new LakeFile("lake.phones", "lake.phones", 0, LakeFile.UNKNOWN));
    assertThat(LakeSource.files(spark, "s", delta).get(0).modified()).isEqualTo(LakeFile.UNKNOWN);
    assertThatExceptionOfType(SourceProblem.class)
        .isThrownBy(() -> LakeSource.read(spark, "sources.s", table))
        .withMessage("sources.s.table: no such table, lake.phones.");
  }

  @Test
  void columnsAreNamedHoweverTheyAreSpelt(SparkSession spark) {
    Dataset<Row> rows = spark.sql("select 1 as `a.b`, 2 as `it``s`, 3 as _file");

    assertThat(rows.select(LakeSource.quoted("a.b"), LakeSource.quoted("it`s")).head())
        .hasToString("[1,2]");
    assertThat(LakeSource.ownColumns(rows)).containsExactly("a.b", "it`s");
    LakeSource.require(rows, "districts", "a.b");
    assertThatExceptionOfType(UserProblem.class)
        .isThrownBy(() -> LakeSource.require(rows, "districts", "c"))
        .satisfies(p -> assertThat(p.why()).isEqualTo("The columns are a.b, it`s."));
  }

  @Test
  void ofManyColumnsTwentyAreShown() {
    List<String> columns = IntStream.rangeClosed(1, 21).mapToObj(i -> "c" + i).toList();

    assertThat(LakeSource.shown(columns.subList(0, 20))).endsWith("c19, c20");
    assertThat(LakeSource.shown(columns)).endsWith("c19, c20, ... (21 in all)");
  }
}
