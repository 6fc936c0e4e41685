package org.cityeval.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.cityeval.problem.UserProblem;
import org.cityeval.series.Level;
import org.cityeval.table.gold.CityTable;
import org.cityeval.table.gold.DistrictTable;
import org.cityeval.table.spec.Keys;
import org.cityeval.table.spec.TableRow;
import org.cityeval.testing.PublishedFew;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One city, Oak, of the districts Alder, Birch and Oak; another evaluation has an Alder too. */
class NamedSubjectsTest {
  @TempDir private Path folder;

  private NamedSubjects subjects;

  @BeforeEach
  void publish() {
    PublishedFew few =
        new PublishedFew(folder)
            .write(
                DistrictTable.SPEC,
                district("one", "A", "Alder", "桤木区"),
                district("one", "B", "Birch", null),
                district("one", "O1", "Oak", null),
                district("one", "P", "Pine", null),
                district("two", "A2", "Alder", null))
            .write(
                CityTable.SPEC,
                city("one", "O", "Oak"),
                city("one", "P", "Pine"),
                city("two", "B", "Beech"));
    subjects =
        new NamedSubjects(
            few.publications(), List.of(few.publish("one", "{}"), few.publish("two", "{}")));
  }

  private static TableRow district(String evaluation, String id, String name, String nameZh) {
    return PublishedFew.row(DistrictTable.SPEC, evaluation)
        .set(Keys.CITY_ID, "O")
        .set(Keys.DISTRICT_ID, id)
        .set(DistrictTable.NAME, name)
        .set(DistrictTable.NAME_ZH, nameZh);
  }

  private static TableRow city(String evaluation, String id, String name) {
    return PublishedFew.row(CityTable.SPEC, evaluation)
        .set(Keys.CITY_ID, id)
        .set(CityTable.NAME, name);
  }

  private static Explainer.Subject asked(String name, Level level) {
    return new Explainer.Subject("one", name, level, "span");
  }

  @Test
  void aNameInEitherLanguageGivesTheIdAndTheLevel() {
    assertThat(subjects.identified(asked(" BIRCH", null))).isEqualTo(asked("B", Level.DISTRICT));
    assertThat(subjects.identified(asked("桤木区", null))).isEqualTo(asked("A", Level.DISTRICT));
    assertThat(subjects.identified(asked("Beech", null))).isEqualTo(asked("B", Level.CITY));
  }

  @Test
  void anIdAndWhatNobodyIsCalledStayAsTheyAre() {
    assertThat(subjects.identified(asked("A", null))).isEqualTo(asked("A", null));
    assertThat(subjects.identified(asked("Cedar", null))).isEqualTo(asked("Cedar", null));
  }

  /** B is a district of one and a city of two; of the level that is not asked it is no id. */
  @Test
  void anIdOfAnotherLevelIsNone() {
    assertThat(subjects.identified(asked("O", Level.CITY))).isEqualTo(asked("O", Level.CITY));
    assertThat(subjects.identified(asked("Birch", Level.CITY)))
        .isEqualTo(asked("Birch", Level.CITY));
  }

  @Test
  void aNameThatADistrictAndACityHaveMustBeChosenByLevel() {
    assertThatExceptionOfType(UserProblem.class)
        .isThrownBy(() -> subjects.identified(asked("oak", null)))
        .satisfies(
            told ->
                assertThat(told.render())
                    .isEqualTo(
                        """
                        2 are called oak.
                          why: They are Oak (O, a city, in one); Oak (O1, district of Oak, in one).
                          fix: Name one by its id, or choose by --level or --evaluation."""));
    assertThat(subjects.identified(asked("oak", Level.DISTRICT)))
        .isEqualTo(asked("O1", Level.DISTRICT));
    assertThat(subjects.identified(asked("oak", Level.CITY))).isEqualTo(asked("O", Level.CITY));
  }

  /** Phoenix is a city and a district of it, and both have one id. */
  @Test
  void oneIdAtBothLevelsIsTwo() {
    assertThatExceptionOfType(UserProblem.class)
        .isThrownBy(() -> subjects.identified(asked("pine", null)))
        .satisfies(
            told ->
                assertThat(told.why())
                    .isEqualTo(
                        "They are Pine (P, district of Oak, in one); Pine (P, a city, in one)."));
  }

  @Test
  void twoEvaluationsWithOneNameAreToldApartByTheUser() {
    assertThatExceptionOfType(UserProblem.class)
        .isThrownBy(() -> subjects.identified(asked("Alder", null)))
        .satisfies(
            told ->
                assertThat(told.why())
                    .isEqualTo(
                        "They are Alder (A, district of Oak, in one); Alder (A2, district of O, in two)."));
  }

  @Test
  void namesAreFoundByIdAndLevel() {
    assertThat(subjects.districts())
        .isEqualTo(Map.of("A", "Alder", "A2", "Alder", "B", "Birch", "O1", "Oak", "P", "Pine"));
    assertThat(subjects.of("B", "district")).isEqualTo("Birch");
    assertThat(subjects.of("B", "city")).isEqualTo("Beech");
    assertThat(subjects.of("A", "city")).isEqualTo("A");
  }

  @Test
  void whatWasMeantIsAnIdOrAName() {
    assertThat(subjects.nearest("Alderr")).contains("Alder");
    assertThat(subjects.nearest("O11")).contains("O1");
    assertThat(subjects.nearest("Sycamore")).isEmpty();
  }
}
