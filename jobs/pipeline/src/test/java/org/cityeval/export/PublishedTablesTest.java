package org.cityeval.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cityeval.problem.UserProblem;
import org.cityeval.table.Tables;
import org.cityeval.table.gold.DistrictTable;
import org.cityeval.table.gold.ScorecardTable;
import org.cityeval.table.spec.TableSpec;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class PublishedTablesTest {
  @Test
  void allThatIsPublishedUnlessTablesAreNamed() {
    assertThat(PublishedTiny.tables().tables()).isEqualTo(Tables.PUBLISHED);
    assertThat(PublishedTiny.tables("current.scorecard", " gold.dim_city", "scorecard").tables())
        .extracting(TableSpec::name)
        .containsExactly("dim_city", "scorecard");
  }

  @Test
  void aTableThatIsNotPublishedIsToldWithTheNearest() {
    assertThatThrownBy(() -> PublishedTiny.tables("scorecards"))
        .isInstanceOfSatisfying(
            UserProblem.class,
            problem -> assertThat(problem.render()).contains("Did you mean scorecard?"));
    assertThatThrownBy(() -> PublishedTiny.tables("ops.run")).isInstanceOf(UserProblem.class);
  }

  @Test
  void rowsComeInTheOrderOfTheirKey(@TempDir Path folder) throws IOException {
    List<String> districts = new ArrayList<>();
    assertThat(
            PublishedTiny.tables()
                .each(
                    DistrictTable.SPEC, folder, row -> districts.add(row.get(DistrictTable.NAME))))
        .isEqualTo(3);
    assertThat(districts).containsExactly("Alder", "Birch", "Cedar");

    List<String> keys = new ArrayList<>();
    PublishedTiny.tables()
        .each(
            ScorecardTable.SPEC,
            folder,
            row ->
                keys.add(
                    String.join(
                        "\t",
                        ScorecardTable.SPEC.key().stream()
                            .map(key -> String.valueOf(row.cell(key)))
                            .toList())));
    assertThat(keys).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(3);
  }

  @Test
  void saysWhatWasEvaluated() {
    PublishedTables tables = PublishedTiny.tables();

    assertThat(tables.publication().evaluationId()).isEqualTo("tiny");
    assertThat(tables.run()).contains("first");
    assertThat(tables.cities()).containsExactly("tiny");
    assertThat(tables.day("first_day")).hasToString("Optional[2020-03-01]");
  }
}
