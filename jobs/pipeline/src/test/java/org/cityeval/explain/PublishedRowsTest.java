package org.cityeval.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import org.cityeval.problem.UserProblem;
import org.cityeval.series.Level;
import org.cityeval.table.gold.CityTable;
import org.cityeval.table.gold.DistrictTable;
import org.cityeval.table.gold.IndicatorValueTable;
import org.cityeval.table.spec.Keys;
import org.cityeval.table.spec.TableRow;
import org.cityeval.testing.PublishedFew;
import org.cityeval.warehouse.StoredRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishedRowsTest {
  private static final List<String> COLUMNS = List.of("level", "name");

  @Test
  void aDistrictAndACityOfOneIdAreNotMixed() {
    List<StoredRow> both =
        List.of(
            new StoredRow(COLUMNS, "city", "Phoenix"),
            new StoredRow(COLUMNS, "district", "Bernalillo"));

    assertThat(names(both, null)).containsExactly("Bernalillo");
    assertThat(names(both, Level.DISTRICT)).containsExactly("Bernalillo");
    assertThat(names(both, Level.CITY)).containsExactly("Phoenix");
    assertThat(names(both.subList(0, 1), null)).containsExactly("Phoenix");
    assertThat(names(both.subList(0, 1), Level.DISTRICT)).isEmpty();
  }

  private UserProblem refused(Path folder, Explainer.Subject subject) {
    PublishedFew few =
        new PublishedFew(folder)
            .write(
                DistrictTable.SPEC,
                PublishedFew.row(DistrictTable.SPEC, "one")
                    .set(Keys.DISTRICT_ID, "A")
                    .set(DistrictTable.NAME, "Alder"))
            .write(CityTable.SPEC)
            .write(IndicatorValueTable.SPEC, value("one", "span"), value("one", "wave-1"))
            .write(IndicatorValueTable.SPEC, value("two", "span"));
    few.publish("one", "{}");
    few.publish("two", "{}");
    UserProblem[] told = new UserProblem[1];
    assertThatExceptionOfType(UserProblem.class)
        .isThrownBy(
            () ->
                new PublishedRows(few.publications())
                    .of(IndicatorValueTable.SPEC, subject, row -> true, "E4"))
        .satisfies(problem -> told[0] = problem);
    return told[0];
  }

  private static TableRow value(String evaluation, String period) {
    return PublishedFew.row(IndicatorValueTable.SPEC, evaluation)
        .set(Keys.DISTRICT_ID, "A")
        .set(Keys.LEVEL, "district")
        .set(Keys.PERIOD_ID, period);
  }

  @Test
  void whatSeveralEvaluationsPublishMustBeChosen(@TempDir Path folder) {
    UserProblem told = refused(folder, new Explainer.Subject(null, "A", null, "span"));

    assertThat(told.problem()).isEqualTo("Several evaluations publish A.");
    assertThat(told.why()).isEqualTo("one, two.");
  }

  @Test
  void aPeriodThatIsNoneIsToldWithThoseThatAre(@TempDir Path folder) {
    assertThat(refused(folder, new Explainer.Subject("one", "A", null, "wave-2")).render())
        .isEqualTo(
            """
            There is no period wave-2 of A.
              why: Its periods are span, wave-1.
              fix: Did you mean wave-1?""");
  }

  @Test
  void whomNobodyPublishesIsToldWithWhoeverWasMeant(@TempDir Path folder) {
    assertThat(refused(folder, new Explainer.Subject("one", "Aldr", null, "span")).render())
        .isEqualTo(
            """
            Nothing is published of a district or city Aldr.
              why: 1 evaluation was searched for E4.
              fix: Did you mean Alder?""");
  }

  @Test
  void aCityOfADistrictsIdIsNotPublished(@TempDir Path folder) {
    assertThat(refused(folder, new Explainer.Subject(null, "A", Level.CITY, "span")).problem())
        .isEqualTo("Nothing is published of a city A.");
  }

  private static List<String> names(List<StoredRow> rows, Level asked) {
    return PublishedRows.ofLevel(rows, asked).stream().map(row -> row.text("name")).toList();
  }
}
