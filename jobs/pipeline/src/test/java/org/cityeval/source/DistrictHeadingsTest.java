package org.cityeval.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cityeval.config.lake.DistrictKey.DistrictColumns;
import org.cityeval.problem.UserProblem;
import org.cityeval.series.Quantity;
import org.junit.jupiter.api.Test;

class DistrictHeadingsTest {
  private static DistrictColumns suffixes(String... suffixes) {
    return new DistrictColumns(null, List.of(suffixes), null);
  }

  private static DistrictHeadings of(DistrictColumns cases, String... headings) {
    return new DistrictHeadings("sources.s", List.of(headings), Map.of(Quantity.NEW_CASES, cases));
  }

  private static List<String> said(DistrictHeadings headings) {
    return headings.said().stream()
        .map(one -> one.heading() + ": " + one.district() + " " + one.measure().column())
        .toList();
  }

  @Test
  void aHeadingSaysTheDistrictBetweenPrefixAndSuffix() {
    assertThat(said(of(suffixes("_CASES"), "date", "BX_CASES", "BK_CASES", "BX_DEATHS")))
        .containsExactly("BX_CASES: BX new_cases", "BK_CASES: BK new_cases");
  }

  @Test
  void eachHeadingIsReadByTheLongestThatFits() {
    DistrictHeadings headings =
        of(suffixes("_CASES", "_PROBABLE_CASES"), "BX_CASES", "BX_PROBABLE_CASES");

    assertThat(said(headings))
        .containsExactly("BX_CASES: BX new_cases", "BX_PROBABLE_CASES: BX new_cases");
    assertThat(headings.columnsOf(headings.said().get(0))).isEqualTo(2);
  }

  @Test
  void oneHeadingMaySpeakForTwoMeasures() {
    Map<Quantity, DistrictColumns> measures = new LinkedHashMap<>();
    measures.put(Quantity.NEW_CASES, suffixes("_n"));
    measures.put(Quantity.MOBILITY_DISTANCE_CHANGE, suffixes("_n"));

    assertThat(new DistrictHeadings("s", List.of("BX_n"), measures).said()).hasSize(2);
  }

  @Test
  void namedColumnsAreTheirDistrictsAndNoOthers() {
    DistrictColumns named = new DistrictColumns(null, null, Map.of("bronx", "BX", "bx2", "BX"));
    DistrictHeadings headings = of(named, "date", "bronx", "bx2", "kings");

    assertThat(said(headings)).containsExactly("bronx: BX new_cases", "bx2: BX new_cases");
    assertThat(headings.columnsOf(headings.said().get(0))).isEqualTo(2);
    assertThat(headings.missing()).isEmpty();
  }

  @Test
  void aNamedColumnThatIsNotThereIsToldWithTheNearest() {
    DistrictColumns named = new DistrictColumns(null, null, Map.of("bronxx", "BX"));
    UserProblem problem = of(named, "date", "bronx").missing().get(0);

    assertThat(problem.problem())
        .isEqualTo("sources.s.district_columns.new_cases: no column bronxx.");
    assertThat(problem.why()).isEqualTo("The columns are date, bronx.");
    assertThat(problem.fix()).isEqualTo("Did you mean bronx?");
  }

  @Test
  void anAffixThatFitsNoHeadingIsTold() {
    assertThat(of(suffixes("_CASES", "_POSITIVES"), "date", "BX_CASES").missing())
        .extracting(UserProblem::problem)
        .containsExactly(
            "sources.s.district_columns.new_cases: no heading is <district>_POSITIVES.");
  }

  /** What _CASES leaves of BX_PROBABLE_CASES begins with a district and is none. */
  @Test
  void aLongerHeadingThatFitsTooIsTold() {
    DistrictHeadings headings =
        of(suffixes("_CASES"), "BX_CASES", "BX_PROBABLE_CASES", "ALL_CASES");
    Set<String> known = Set.of("BX", "BK");

    assertThat(headings.longer(known::contains))
        .extracting(UserProblem::problem)
        .containsExactly(
            "sources.s.district_columns.new_cases: <district>_CASES is both BX_CASES and"
                + " BX_PROBABLE_CASES.");
    assertThat(headings.longer(Set.of("BX", "BX_PROBABLE", "ALL")::contains)).isEmpty();
    assertThat(of(suffixes("_CASES"), "ALL_CASES", "BX_CASES").longer(known::contains)).isEmpty();
  }
}
