package org.cityeval.numeric.composite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cityeval.numeric.statistics.Ranks;
import org.junit.jupiter.api.Test;

/** The chain from raw values to an index, step by step against COINr 1.1.14. */
class CoinrAsemTest {
  /**
   * COINr divides these by area, energy, GDP or population first, by figures it does not export.
   */
  private static final Set<String> DENOMINATED =
      Set.of(
          "Flights",
          "Bord",
          "Elec",
          "Gas",
          "Goods",
          "Services",
          "FDI",
          "PRemit",
          "ForPort",
          "StMob",
          "Research",
          "Pat",
          "CultServ",
          "CultGood",
          "Tourist",
          "MigStock",
          "NGOs");

  /** Its one missing value was filled in before the outliers were looked for. */
  private static final String IMPUTED_FIRST = "PubDebt";

  @Test
  void treatsOutliersAndNormalisesAsCoinr() {
    Map<String, double[]> raw = Asem.columns("coinr_asem_raw.csv");
    Map<String, double[]> expected = Asem.columns("coinr_asem_normalised.csv");
    List<String> treated = new ArrayList<>();
    int compared = 0;
    for (Asem.Node node : Asem.nodes()) {
      if (node.level() != 1
          || DENOMINATED.contains(node.code())
          || node.code().equals(IMPUTED_FIRST)) {
        continue;
      }
      double[] values = raw.get(node.code());
      OutlierTreatment treatment = OutlierTreatment.fit(values);
      if (treatment.winsorised() > 0) {
        treated.add(node.code() + " " + treatment.winsorised());
      }
      double[] drawnIn = Arrays.stream(values).map(treatment::apply).toArray();
      Normalisation scale =
          Normalisation.fit(
              Normalisation.Method.MIN_MAX, drawnIn, node.direction() > 0, Double.NaN);
      for (int country = 0; country < values.length; country++) {
        if (!Double.isNaN(values[country])) {
          // COINr's scale ends at 0, ours at 1.
          assertThat((scale.score(drawnIn[country]) - 1) / 99 * 100)
              .as("%s of country %d", node.code(), country)
              .isCloseTo(expected.get(node.code())[country], within(1e-9));
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(1400);
    assertThat(treated)
        .containsExactlyInAnyOrder("CostImpEx 1", "Tariff 3", "Forest 2", "Poverty 3", "FemLab 1");
  }

  @Test
  void aggregatesLevelByLevelAsCoinr() {
    Map<String, double[]> normalised = Asem.columns("coinr_asem_normalised.csv");
    Map<String, double[]> aggregates = Asem.columns("coinr_asem_aggregates.csv");
    for (String parent : aggregates.keySet()) {
      List<String> children = Asem.children(parent);
      double[] weights = Weights.equal(children.size());
      for (int country = 0; country < 51; country++) {
        int of = country;
        double[] scores =
            children.stream()
                .mapToDouble(
                    child ->
                        (normalised.containsKey(child) ? normalised : aggregates).get(child)[of])
                .toArray();
        assertThat(Aggregation.ARITHMETIC.of(scores, weights))
            .isCloseTo(aggregates.get(parent)[country], within(1e-9));
      }
    }
    List<String> countries = Asem.countries("coinr_asem_aggregates.csv");
    double[] index = aggregates.get("Index");
    int[] ranks = Ranks.fromHighest(index);
    assertThat(countries.get(indexOf(ranks, 1))).isEqualTo("CHE");
    assertThat(index[indexOf(ranks, 1)]).isCloseTo(68.3837242383, within(1e-9));
    assertThat(
            List.of(
                countries.get(indexOf(ranks, 2)),
                countries.get(indexOf(ranks, 3)),
                countries.get(indexOf(ranks, 4)),
                countries.get(indexOf(ranks, 5))))
        .containsExactly("NLD", "DNK", "NOR", "BEL");
  }

  private static int indexOf(int[] ranks, int rank) {
    for (int i = 0; i < ranks.length; i++) {
      if (ranks[i] == rank) {
        return i;
      }
    }
    throw new IllegalArgumentException("No rank " + rank);
  }

  /**
   * COINr rescales weights over what is not missing, which CityEval never does: so does the test.
   */
  @Test
  void theUntreatedChainFromOneToHundredIsCoinrs() {
    Map<String, double[]> raw = Asem.columns("coinr_asem_raw.csv");
    List<String> countries = Asem.countries("coinr_asem_raw.csv");
    List<String> ranked = Asem.countries("coinr_asem_amean_minmax1_100_results.csv");
    Map<String, double[]> results = Asem.columns("coinr_asem_amean_minmax1_100_results.csv");
    double[] index = new double[countries.size()];
    for (int country = 0; country < index.length; country++) {
      index[country] = score("Index", country, raw);
    }
    int[] ranks = Ranks.fromHighest(index);
    for (int row = 0; row < ranked.size(); row++) {
      int country = countries.indexOf(ranked.get(row));
      assertThat(index[country]).isCloseTo(results.get("Index")[row], within(1e-9));
      assertThat(ranks[country]).isEqualTo((int) results.get("Rank")[row]);
    }
  }

  private static double score(String code, int country, Map<String, double[]> raw) {
    List<String> children = Asem.children(code);
    if (children.isEmpty()) {
      boolean higher =
          Asem.nodes().stream()
              .filter(node -> node.code().equals(code))
              .anyMatch(node -> node.direction() > 0);
      return Normalisation.fit(Normalisation.Method.MIN_MAX, raw.get(code), higher, Double.NaN)
          .score(raw.get(code)[country]);
    }
    double[] scores =
        children.stream()
            .filter(child -> !raw.containsKey(child) || !Double.isNaN(raw.get(child)[country]))
            .mapToDouble(child -> score(child, country, raw))
            .toArray();
    return Aggregation.ARITHMETIC.of(scores, Weights.equal(scores.length));
  }
}
