package org.cityeval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cityeval.testing.Cli;
import org.cityeval.testing.Csv;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.cityeval.testing.Xlsx;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Names that would clear the screen, turn the order of letters, or begin a line of their own. */
@ExtendWith(SparkExtension.class)
class HostileNamesTest {
  private static final String HOSTILE = "Al\u001b[2Jder\u202e\u009b1m\u2066x";
  private static final String SHOWN = "Al\\u001b[2Jder\\u202e\\u009b1m\\u2066x";
  private static final String NAMES =
      "select name from current.dim_district where district_id = 'A'";

  private static TinyLake lake;
  private static Cli.Answer run;

  @BeforeAll
  static void evaluate(@TempDir Path folder) {
    lake = TinyLake.in(folder);
    lake.change("districts.csv", "A,Alder,", "A," + HOSTILE + ",");
    lake.change("cases.csv", "2020-03-01,A,", "2020-03-01,\u001b[31mQ\u202e,");
    run = lake.run("run");
    assertThat(run.exit()).as(run.err()).isZero();
  }

  private static void obeysNothing(String printed) {
    assertThat(printed.replace("\n", "").replace("\t", ""))
        .doesNotContainPattern("[\\p{Cntrl}\\x{80}-\\x{9F}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]");
  }

  @Test
  void areShownAndNotObeyed() {
    obeysNothing(run.out() + run.err());
    assertThat(run.out()).contains(SHOWN);
    for (String asked : new String[] {"E1", "score", "rank"}) {
      Cli.Answer told =
          Cli.plain().run("explain", asked, "A", "--warehouse", lake.warehouse().toString());
      obeysNothing(told.out() + told.err());
      assertThat(told.out()).as(asked).contains(SHOWN + " (A)");
    }
    Cli.Answer table = Cli.plain().run("sql", NAMES, "--warehouse", lake.warehouse().toString());
    assertThat(table.out().lines().skip(2)).containsExactly(SHOWN, "1 row");
    Cli.Answer unknown = lake.sql("select * from current.\u001b[2Jx");
    obeysNothing(unknown.err());
  }

  @Test
  void areWholeInFilesAndShownWhereAFileCannotHoldThem(@TempDir Path folder) throws Exception {
    for (String format : new String[] {"csv", "xlsx"}) {
      Cli.Answer export =
          Cli.plain()
              .run(
                  "export",
                  "--format",
                  format,
                  "--tables",
                  "dim_district",
                  "--out",
                  folder.resolve(format).toString(),
                  "--warehouse",
                  lake.warehouse().toString());
      assertThat(export.exit()).as(export.err()).isZero();
      obeysNothing(export.out());
    }
    assertThat(Csv.read(Files.readString(folder.resolve("csv/dim_district.csv"))).get(0))
        .containsEntry("name", HOSTILE);
    assertThat(Xlsx.read(folder.resolve("xlsx")).get("dim_district").get(1))
        .extracting(cell -> cell == null ? null : cell.text())
        // XML forbids the escape alone.
        .contains(HOSTILE.replace("\u001b", "\\u001b"));
  }

  @Test
  void areWholeForScripts() throws Exception {
    assertThat(lake.sql(NAMES).out()).isEqualTo("name\r\n" + HOSTILE + "\r\n");
    String json =
        Cli.plain()
            .run("sql", NAMES, "--warehouse", lake.warehouse().toString(), "--format", "json")
            .out();
    obeysNothing(json);
    assertThat(new ObjectMapper().readTree(json).get(0).get("name").asText()).isEqualTo(HOSTILE);
  }
}
