package org.cityeval.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.cityeval.assembly.CountFlag;
import org.cityeval.assembly.MeasureKind;
import org.cityeval.assembly.MeasureRule;
import org.cityeval.assembly.PanelRule;
import org.cityeval.assembly.Placement;
import org.cityeval.numeric.epidemic.Prior;
import org.cityeval.numeric.epidemic.RiskThresholds;
import org.cityeval.numeric.recovery.PreciseControl;
import org.cityeval.series.Quantity;
import org.cityeval.table.silver.DistrictDayTable;
import org.junit.jupiter.api.Test;

/** A city of three districts: 600, 390 and 10 residents, on one day; all expected by hand. */
class CityDaysTest {
  private static final LocalDate DAY = LocalDate.of(2020, 3, 1);
  private static final List<Quantity> MEASURES =
      List.of(
          Quantity.NEW_CASES,
          Quantity.MOBILITY_RETAIL_CHANGE,
          Quantity.MOBILITY_TRANSIT_CHANGE,
          Quantity.ENTERPRISES_RESUMED,
          Quantity.ENTERPRISES_TOTAL);

  /** A row of a city's days, from what its districts say of each measure. */
  private static Row day(Double[] residents, Double[]... measures) {
    List<CityDays.Member> members = new ArrayList<>();
    for (int d = 0; d < residents.length; d++) {
      Map<Quantity, double[]> values = new EnumMap<>(Quantity.class);
      for (int m = 0; m < MEASURES.size(); m++) {
        values.put(MEASURES.get(m), told(measures[m][d]));
      }
      // Cases as rates take them come last, where they are not those reported.
      Double adjusted =
          measures.length > MEASURES.size() ? measures[MEASURES.size()][d] : measures[0][d];
      values.put(Quantity.NEW_CASES_ADJUSTED, told(adjusted));
      CountFlag flag =
          Objects.equals(adjusted, measures[0][d]) ? CountFlag.NONE : CountFlag.BACKLOG;
      members.add(
          CityDays.Member.of(
              orNaN(residents[d]),
              CityDays.given(scope()),
              values,
              new CountFlag[] {flag},
              "hash of " + d,
              0));
    }
    double all = Arrays.stream(residents).mapToDouble(CityDaysTest::orNaN).sum();
    return asRow(new CityDays(scope()).days("city", all, members).get(0));
  }

  private static double[] told(Double value) {
    return new double[] {orNaN(value)};
  }

  private static double orNaN(Double value) {
    return value == null ? Double.NaN : value;
  }

  /** With the names of its columns. */
  private static Row asRow(Row cells) {
    Object[] all = new Object[cells.size()];
    Arrays.setAll(all, cells::get);
    return new GenericRowWithSchema(all, DistrictDayTable.SILVER.structType());
  }

  private static PanelScope scope() {
    Map<Quantity, MeasureRule> rules = new TreeMap<>();
    for (Quantity measure : MEASURES) {
      rules.put(
          measure,
          new MeasureRule(
              measure,
              MeasureKind.DAILY_COUNT,
              1,
              1,
              MeasureRule.BeforeFirst.MISSING,
              null,
              Placement.DAILY));
    }
    PanelRule rule =
        new PanelRule(
            List.of(Quantity.MOBILITY_RETAIL_CHANGE, Quantity.MOBILITY_TRANSIT_CHANGE),
            List.of(),
            Quantity.ENTERPRISES_RESUMED,
            null,
            new PanelRule.Smoothing(new TreeMap<>()),
            new PanelRule.Transmission(new double[] {0, 0.25, 0.5, 0.25}, 7, 11, Prior.EPIESTIM),
            RiskThresholds.actNow(),
            new PreciseControl.Weights(1, 1, 1, 1, 0.5),
            3);
    return new PanelScope(
        "toy",
        DAY,
        DAY,
        DAY,
        rules,
        Map.of(),
        rule,
        0,
        new PanelScope.MinimumShare(0.95, 0.8),
        "hash");
  }

  /** What a district reported counts; what rates take of it is not known, and so not the city's. */
  @Test
  void aBacklogOfADistrictIsOneOfItsCity() {
    Row day =
        day(
            RESIDENTS,
            new Double[] {7.0, 4000.0, 1.0},
            ALL,
            ALL,
            ALL,
            ALL,
            new Double[] {7.0, null, 1.0});

    assertThat(day.<Double>getAs("new_cases")).isEqualTo(4008);
    assertThat(day.<Double>getAs("new_cases_adjusted")).isNull();
    assertThat(DistrictDayTable.CASES_FLAG.of(day)).isEqualTo("backlog");
    assertThat(day.<Double>getAs("cases_covered_share")).isEqualTo(1);
  }

  private static final Double[] RESIDENTS = {600.0, 390.0, 10.0};
  private static final Double[] ALL = {1.0, 1.0, 1.0};

  @Test
  void aDistrictOfFewResidentsWithoutDataTakesNothingFromTheCity() {
    Row day =
        day(
            RESIDENTS,
            new Double[] {7.0, 5.0, null},
            new Double[] {-0.2, -0.6, null},
            new Double[] {-0.4, -0.4, -0.4},
            ALL,
            ALL);

    // 990 of 1,000 residents: 7 + 5 cases; (-.2 x 600 - .6 x 390) / 990.
    assertThat(day.<Double>getAs("new_cases")).isEqualTo(12);
    assertThat(day.<Double>getAs("cases_covered_share")).isEqualTo(0.99);
    assertThat(day.<Double>getAs("mobility_retail_change")).isCloseTo(-354.0 / 990, within(1e-12));
    assertThat(day.<Double>getAs("mobility_change"))
        .isCloseTo((-354.0 / 990 - 0.4) / 2, within(1e-12));
    // Of two measures, the one known of fewer.
    assertThat(day.<Double>getAs("mobility_covered_share")).isEqualTo(0.99);
    assertThat(day.<Double>getAs("enterprise_covered_share")).isEqualTo(1);
    assertThat(day.<Double>getAs("policy_covered_share")).isNull();
  }

  @Test
  void belowTheShareDeclaredThereIsNoValueAndTheShareTellsWhy() {
    Row day =
        day(
            RESIDENTS,
            new Double[] {7.0, null, 1.0},
            new Double[] {-0.2, null, -0.2},
            new Double[] {-0.2, -0.2, -0.2},
            ALL,
            ALL);

    assertThat(day.<Double>getAs("new_cases")).isNull();
    assertThat(day.<Double>getAs("cases_covered_share")).isEqualTo(0.61);
    assertThat(day.<Double>getAs("mobility_change")).isNull();
    assertThat(day.<Double>getAs("mobility_covered_share")).isEqualTo(0.61);
    assertThat(day.<Double>getAs("mobility_transit_change")).isCloseTo(-0.2, within(1e-12));
  }

  /** A sum that lacks a tenth of the residents looks like a fall; a mean does not. */
  @Test
  void sumsNeedMoreThanMeans() {
    Double[] residents = {600.0, 300.0, 100.0};
    Double[] values = {0.5, 0.5, null};
    Row day = day(residents, values, values, values, ALL, ALL);

    assertThat(day.<Double>getAs("new_cases")).isNull();
    assertThat(day.<Double>getAs("mobility_change")).isCloseTo(0.5, within(1e-12));
    assertThat(day.<Double>getAs("mobility_covered_share")).isEqualTo(0.9);
  }

  @Test
  void whatIsDividedByOneAnotherIsOfTheSameDistricts() {
    Row day =
        day(
            RESIDENTS,
            ALL,
            ALL,
            ALL,
            new Double[] {30.0, 20.0, null},
            new Double[] {60.0, 40.0, 9.0});

    assertThat(day.<Double>getAs("enterprises_resumed")).isEqualTo(50);
    assertThat(day.<Double>getAs("enterprises_total")).isEqualTo(100);
    assertThat(day.<Double>getAs("enterprise_covered_share")).isEqualTo(0.99);
  }

  @Test
  void withoutTheResidentsOfOneEveryDistrictCountsTheSame() {
    Double[] values = {0.2, 0.4, null};
    Row day = day(new Double[] {600.0, null, 10.0}, values, values, ALL, ALL, ALL);

    assertThat(day.<Double>getAs("cases_covered_share")).isCloseTo(2.0 / 3, within(1e-12));
    assertThat(Arrays.asList(day.<Double>getAs("new_cases"), day.getAs("mobility_change")))
        .containsOnlyNulls();
  }
}
