package org.cityeval.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.source.ExpressionCells;
import org.cityeval.testing.Cli;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Columns that are renamed, stand twice, or hold more than text. */
@ExtendWith(SparkExtension.class)
class LakeColumnsTest {
  @TempDir private Path folder;

  @Test
  void checkNamesFileAndHeading() {
    TinyLake lake = TinyLake.in(folder).configure("path: cases.csv", "path: cases");
    lake.write("cases/a.csv", lake.text("cases.csv"));
    lake.write("cases/b.csv", "Day,district,n\n2020-04-10,A,1\n");
    lake.change("mobility.csv", "2020-03-02", "2020-03-01");
    lake.change("mobility.csv", "2020-03-13", "13-03-2020");

    Cli.Answer answer = lake.run("check");

    assertThat(answer.exit()).isEqualTo(2);
    assertThat(answer.err())
        .contains("sources.cases.measures.new_cases.value: no column new_cases in b.csv.")
        .contains("coalesce(new_cases, n)", "options: {may_lack: [new_cases]}")
        .contains("the heading 2020-03-01 stands twice in mobility.csv", "columns 2 and 3")
        .contains("a day of another pattern: 13-03-2020.")
        .doesNotContain("sources.cases.date");
  }

  @Test
  void anExpressionMayDoWithoutAColumn(SparkSession spark) {
    Dataset<Row> rows =
        spark.sql("select id % 7 as n, id % 3 as m, cast(id as string) as d from range(9)");

    for (String needing : new String[] {"n", "n / m", "cast(n as double) * 2", "trim(n)"}) {
      assertThat(ExpressionCells.areNeeded(rows, needing, Set.of("n"))).as(needing).isTrue();
    }
    assertThat(ExpressionCells.areNeeded(rows, "to_date(d, 'M/d/yy')", Set.of("d"))).isTrue();
    for (String without : new String[] {"m", "coalesce(n, m)", "if(n is null, 0, n)", "1"}) {
      assertThat(ExpressionCells.areNeeded(rows, without, Set.of("n"))).as(without).isFalse();
    }
    assertThat(ExpressionCells.areNeeded(rows, "coalesce(n, m)", Set.of("n", "m"))).isTrue();
  }

  @Test
  void nestedColumnsAreReadAndBytesThatAreNoTextAreWrittenEscaped(SparkSession spark) {
    TinyLake lake =
        TinyLake.in(folder).configure("path: cases.csv", "path: p\n    format: parquet");
    lake.configure("value: new_cases", "value: st.a.b");
    spark
        .sql(
            "select '2020-03-0' || (id + 1) as day, 'A' as district,"
                + " named_struct('a', named_struct('b', if(id = 2, unhex('37FF'), unhex('37'))))"
                + " as st from range(3)")
        .coalesce(1)
        .write()
        .parquet(lake.file("p").toString());
    lake.configure("draws: 200", "draws: 200\nquality: {maximum_quarantined_share: 0.5}");

    Cli.Answer answer = lake.run("ingest");

    assertThat(answer.exit()).as(answer.err()).isZero();
    assertThat(
            lake.sql("select date, value from silver.observation where measure = 'new_cases'")
                .rows())
        .containsExactlyInAnyOrder("2020-03-01,7", "2020-03-02,7");
    assertThat(lake.sql("select reason, hex(substr(reason, -4)) from ops.quarantine").rows())
        .containsExactly("The value is not a number: 7\\xFF,5C784646");
  }
}
