package org.cityeval.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cityeval.testing.Cli;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Whom an explanation is about, by id or by name. */
@ExtendWith(SparkExtension.class)
class ExplainByNameTest {
  private static Cli.Answer explain(TinyLake lake, String... arguments) {
    List<String> all = new ArrayList<>(List.of("explain"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--warehouse", lake.warehouse().toString()));
    return Cli.plain().run(all.toArray(String[]::new));
  }

  @Test
  void aNameIsAsGoodAsAnIdWhateverItsCaseAndWidth() {
    TinyLake lake = TinyLake.published();
    String byId = explain(lake, "P1", "A").out();

    assertThat(byId).startsWith("P1 ").contains(", Alder (A), 2020-03-01 to 2020-04-09");
    assertThat(byId).contains("Alder (A) 100000, Birch (B) 200000, Cedar (C) 300000");
    assertThat(explain(lake, "P1", " alder").out()).isEqualTo(byId);
    assertThat(explain(lake, "P1", "Ａlder").out()).isEqualTo(byId);
    assertThat(explain(lake, "score", "Alder").out())
        .startsWith("Score of Alder (A) under efficiency, span: ")
        .isEqualTo(explain(lake, "score", "A").out());
    assertThat(explain(lake, "rank", "ALDER").out()).isEqualTo(explain(lake, "rank", "A").out());
    assertThat(explain(lake, "E1", "Tiny").out()).contains(", tiny (tiny), ");
  }

  @Test
  void noNumberHasMoreDigitsThanItBears() {
    TinyLake lake = TinyLake.published();
    for (String asked : new String[] {"E1", "E4", "P1", "V1", "score", "rank"}) {
      assertThat(explain(lake, asked, "A").out()).doesNotContainPattern("[0-9]\\.0*[1-9][0-9]{8}");
    }
  }

  @Test
  void aNameThatSeveralHaveListsThem(@TempDir Path folder) {
    TinyLake lake = TinyLake.in(folder).change("districts.csv", "B,Birch,", "B,Alder,");
    assertThat(lake.run("run").exit()).isZero();

    Cli.Answer told = explain(lake, "E1", "alder");

    assertThat(told.exit()).isEqualTo(2);
    assertThat(told.err())
        .contains("2 are called alder.")
        .contains("Alder (A, district of tiny, in tiny); Alder (B, district of tiny, in tiny)");
    assertThat(explain(lake, "E1", "B").out()).contains("Alder (B)");
  }

  @Test
  void aMisspeltNameIsAnsweredWithTheNearest() {
    Cli.Answer told = explain(TinyLake.published(), "E1", "Aldre");

    assertThat(told.exit()).isEqualTo(2);
    assertThat(told.err()).contains("Did you mean Alder?");
  }
}
