package org.cityeval.report.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.cityeval.report.data.SmallReport;
import org.junit.jupiter.api.Test;

class SectionsTest {
  private static Sections of(SmallReport report) {
    return new Sections(report.data(), new Subjects(report.data()));
  }

  private static Sections.Line line(String head, String... cells) {
    return new Sections.Line(head, List.of(cells));
  }

  @Test
  void factsSayWhoWhenAndHowMuchIsKnown() {
    Sections sections =
        of(
            new SmallReport()
                .city("c", "City", "城", null)
                .city("t", "Town", null, null)
                .district("d", "c", "Dale", null, null)
                .period("c", "wave-1", "wave", "2020-02-01", "2020-02-02")
                .period("c", "span", "span", "2020-01-05", "2020-12-31")
                .value("d", "E1", 1.0, "ok", null)
                .value("d", "E2", null, "insufficient", "few")
                .value("d", "E3", 2.0, "ok", null));

    assertThat(sections.facts())
        .containsExactly(
            new Sections.Fact("Evaluated", "1 district of City 城 and Town"),
            new Sections.Fact("Span", "5 Jan 2020 to 31 Dec 2020"),
            new Sections.Fact("Data as of", "9 Apr 2020"),
            new Sections.Fact("Indicator values", "2 measured of 3; the rest say why not"));
  }

  @Test
  void ofAnEvaluationWithoutPeriodsNoSpanIsSaid() {
    assertThat(of(new SmallReport()).facts())
        .extracting(Sections.Fact::name)
        .containsExactly("Evaluated", "Data as of", "Indicator values");
  }

  @Test
  void outcomesAreThoseOfTheRecordEquationAlone() {
    Sections sections =
        of(
            new SmallReport()
                .check("a count", "fail", "passed", "good 9 + bad 9", null, null)
                .check(
                    "record equation",
                    "fail",
                    "passed",
                    "good 10790 + out_of_scope 40 + quarantined 1 = 10831",
                    "in 10831",
                    null));

    assertThat(sections.outcomes())
        .containsExactly(
            line("good", "10,790 records"),
            line("out of scope", "40 records"),
            line("quarantined", "1 record"));
    assertThat(of(new SmallReport()).outcomes()).isEmpty();
  }

  @Test
  void failedChecksComeFirstThenByName() {
    Sections sections =
        of(
            new SmallReport()
                .check("b", "fail", "passed", "1", "at most 2", null)
                .check("d", "warn", "failed", "3", " ", "more")
                .check("a", "fail", "passed", null, "x", "y")
                .check("c", "warn", "failed", "4", null, null)
                .check("e", "warn", "acknowledged", "5", "z", "who")
                .check("f", "warn", "excluded", "6", "z", "who"));

    assertThat(sections.checks())
        .containsExactly(
            line("c", "✗ failed", "warn", "4", "not stated"),
            line("d", "✗ failed", "warn", "3. more", "not stated"),
            line("a", "✓ passed", "fail", "not stated. y", "x"),
            line("b", "✓ passed", "fail", "1", "at most 2"));
  }

  @Test
  void whatSomeoneAnswersForIsSaidByItsOutcome() {
    Sections sections =
        of(
            new SmallReport()
                .district("d", "c", "Dale", null, null)
                .check(
                    "falls of new_cases in district d, acknowledged",
                    "fail",
                    "acknowledged",
                    "-3",
                    "0",
                    "by x")
                .check("gap", "warn", "excluded", null, null, null)
                .check("ok", "warn", "passed", "1", "1", null));

    assertThat(sections.declared("acknowledged"))
        .containsExactly(line("falls of new cases in district Dale, acknowledged", "-3", "by x"));
    assertThat(sections.declared("excluded"))
        .containsExactly(line("gap", "not stated", "not stated"));
    assertThat(sections.declared("none")).isEmpty();
  }

  @Test
  void refusedRecordsHaveTheirReasonTheirNumberAndAnExample() {
    Sections sections =
        of(
            new SmallReport()
                .refused("s/cases", "negative_count", "-3", 1)
                .refused("s/moves", "unparsable_date", null, 1234));

    assertThat(sections.refused())
        .containsExactly(
            line("s/cases", "negative count", "1 record", "-3"),
            line("s/moves", "unparsable date", "1,234 records", "not stated"));
  }

  @Test
  void noDayObservedIsSaidInWords() {
    Sections sections =
        of(
            new SmallReport()
                .district("d", "c", "Dale", null, null)
                .observed("d", 40, 40, 1, 0)
                .observed("e", 0, 0, 0, 0));

    assertThat(sections.coverage())
        .containsExactly(
            line("Dale", "40", "40 (100 %)", "1 (3 %)", "none observed"),
            line("e", "0", "none observed", "none observed", "none observed"));
  }

  @Test
  void whatLacksIsSaidByReasonWithItsIndicatorsAndHowManyItConcerns() {
    Sections sections =
        of(
            new SmallReport()
                .value("d", "E2", null, "missing_input", "no activity")
                .value("d", "E1", null, "missing_input", "no activity")
                .value("e", "E1", null, "missing_input", "no activity")
                .value("e", "E3", null, "missing_input", null)
                .value("f", "E1", null, "insufficient", "few")
                .value("f", "E4", 1.0, "ok", null));

    assertThat(sections.lacking())
        .containsExactly(
            line("no data of this kind", "E3", "1"),
            line("no data of this kind: no activity", "E1, E2", "2"));
  }

  /** Most values share theirs; those of requests may have none. */
  @Test
  void parametersAreSaidOnceThoughEveryValueHasThem() {
    Sections sections =
        of(
            new SmallReport()
                .value("d", "E1", 1.0, "ok", null, "{\"x_y\":1}")
                .value("d", "E2", 1.0, "ok", null, "{\"x_y\":1}")
                .value("d", "E3", 1.0, "ok", null, "{\"x_y\":2}")
                .value("d", "E4", 1.0, "ok", null, null));

    assertThat(sections.parameters()).containsExactly(line("x y", "1; or 2"));
  }

  private static SmallReport indicators() {
    return new SmallReport()
        .indicator("P7", "precision", "person-days", true, Map.of("district", "lower"))
        .indicator("Z1", "unheard_of", "1", false, Map.of("city", "higher"))
        .indicator("E2", "efficiency", "d", false, Map.of("city", "lower", "district", "lower"))
        .indicator("P1", "precision", "1", false, Map.of("city", "lower", "district", "context"))
        .indicator("E1", "efficiency", "d", false, Map.of("city", "lower", "district", "lower"))
        .value("d", "E1", 1.0, "ok", null)
        .value("d", "E2", null, "insufficient", null);
  }

  /** Efficient comes before precise in the frame, which knows no other word. */
  @Test
  void indicatorsStandByDimensionThenById() {
    assertThat(Sections.ordered(indicators().data().scope().indicators()))
        .extracting(indicator -> indicator.id())
        .containsExactly("Z1", "E1", "E2", "P1", "P7");
  }

  private static Sections.Method method(String id) {
    return of(indicators()).methods().stream()
        .filter(method -> method.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aMethodIsMeasuredWhereAnyoneHasAValueOfIt() {
    assertThat(of(indicators()).methods())
        .filteredOn(Sections.Method::measured)
        .extracting(Sections.Method::id)
        .containsExactly("E1");
  }

  @Test
  void aMethodHasItsDimensionAndItsDirectionInWords() {
    assertThat(method("E1").dimension()).isEqualTo("Efficient");
    assertThat(method("E1").dimensionZh()).isEqualTo("高效化");
    assertThat(method("E1").better()).isEqualTo("↓ lower is better");
    assertThat(method("P1").better())
        .isEqualTo("city: ↓ lower is better; district: ◇ context, neither is better");
    assertThat(method("Z1").dimension()).isEqualTo("unheard_of");
    assertThat(method("Z1").dimensionZh()).isEqualTo("unheard_of");
  }

  @Test
  void aMethodIsSaidInFactsAndWhatNobodyStatedIsSaidToBe() {
    List<Sections.Fact> facts = method("Z1").facts();

    assertThat(facts)
        .containsExactly(
            new Sections.Fact("Definition", "Definition Z1"),
            new Sections.Fact("Formula", "not stated"),
            new Sections.Fact("Unit", "ratio"),
            new Sections.Fact("Uncertainty", "not stated"),
            new Sections.Fact("Computed for", "city"),
            new Sections.Fact("Reads", "a, b"),
            new Sections.Fact("Source", "Author (2020)"),
            new Sections.Fact("Version of the method", "3"));
  }

  private static String fact(String id, String name) {
    return method(id).facts().stream()
        .filter(fact -> fact.name().equals(name))
        .findFirst()
        .orElseThrow()
        .text();
  }

  @Test
  void theUnitSaysWhetherItIsComparedPerResident() {
    assertThat(fact("E1", "Unit")).isEqualTo("days");
    assertThat(fact("P7", "Unit")).isEqualTo("person-days; compared, and shown here, per resident");
    assertThat(fact("E1", "Computed for")).isEqualTo("city, district");
  }

  /** The program's own indicators, in both languages; first of all facts. */
  @Test
  void anIndicatorOfTheProgramIsSaidInPlainWords() {
    Sections.Fact plain = method("E1").facts().get(0);

    assertThat(plain.name()).isEqualTo("In plain words");
    assertThat(plain.text()).matches("[A-Z].*\\.");
    assertThat(plain.textZh()).matches(".*\\p{IsHan}.*。");
  }
}
