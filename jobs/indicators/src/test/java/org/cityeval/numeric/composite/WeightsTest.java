package org.cityeval.numeric.composite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.cityeval.numeric.ReferenceData;
import org.junit.jupiter.api.Test;

class WeightsTest {
  private static final JsonNode EXPECTED = ReferenceData.json("composite_scipy.json");

  @Test
  void countsAllTheSame() {
    assertThat(Weights.equal(4)).containsExactly(0.25, 0.25, 0.25, 0.25);
  }

  @Test
  void agreesWithAnotherRotationOnThePillarsOfAsem() {
    Map<String, double[]> aggregates = AsemData.columns("coinr_asem_aggregates.csv");
    double[][] scores = AsemData.rows(AsemData.PILLARS.stream().map(aggregates::get).toList());
    // Three factors; the third eigenvalue is 1.049.
    assertThat(Weights.principalComponents(scores))
        .containsExactly(ReferenceData.array(EXPECTED.get("pca_pillars")), within(1e-9));
  }

  @Test
  void agreesWithAnotherRotationOnNineteenIndicators() {
    Set<String> pillars = Set.of("Environ", "Social", "SusEcFin");
    List<double[]> columns =
        AsemData.columns("coinr_asem_normalised.csv").entrySet().stream()
            .filter(entry -> pillars.contains(AsemData.parent(entry.getKey())))
            .map(Map.Entry::getValue)
            .toList();
    // Five factors.
    assertThat(Weights.principalComponents(AsemData.rows(columns)))
        .containsExactly(ReferenceData.array(EXPECTED.get("pca_indicators")), within(1e-9));
  }

  @Test
  void countsEqualIndicatorsEqually() {
    double[][] same = {{1, 1, 2}, {2, 2, 4}, {5, 5, 10}, {3, 3, 6}};
    assertThat(Weights.principalComponents(same)).containsExactly(thirds(), within(1e-12));
    double[][] unrelated = {{1, 1, 1}, {1, -1, -1}, {-1, 1, -1}, {-1, -1, 1}};
    assertThat(Weights.principalComponents(unrelated)).containsExactly(thirds(), within(1e-12));
  }

  @Test
  void givesNoWeightToWhatTellsNobodyApart() {
    double[][] scores = {{1, 50.5, 4}, {2, 50.5, 3}, {3, 50.5, 9}};
    double[] weights = Weights.principalComponents(scores);
    assertThat(weights).containsExactly(new double[] {0.5, 0, 0.5}, within(1e-12));
    double[][] one = {{1, 7}, {2, 7}};
    assertThat(Weights.principalComponents(one)).containsExactly(1, 0);
    double[][] none = {{7, 7}, {7, 7}};
    assertThat(Weights.principalComponents(none)).containsExactly(0.5, 0.5);
  }

  @Test
  void refusesWhatShowsNoCorrelation() {
    assertThatThrownBy(() -> Weights.principalComponents(new double[][] {{1, 2}}))
        .isInstanceOf(IllegalArgumentException.class);
    double[][] missing = {{1, 2}, {Double.NaN, 3}, {2, 5}};
    assertThatThrownBy(() -> Weights.principalComponents(missing))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void doesNotDependOnOrderOrScale() {
    SplittableRandom random = new SplittableRandom(5);
    for (int run = 0; run < 50; run++) {
      int units = 20 + random.nextInt(30);
      int indicators = 2 + random.nextInt(8);
      double[][] scores = new double[units][indicators];
      for (double[] row : scores) {
        double first = random.nextDouble();
        double second = random.nextDouble();
        Arrays.setAll(row, j -> (j % 2 == 0 ? first : second) + random.nextDouble());
      }
      double[] weights = Weights.principalComponents(scores);
      assertThat(Arrays.stream(weights).sum()).isCloseTo(1, within(1e-12));
      assertThat(Arrays.stream(weights).min().orElseThrow()).isPositive();
      double[][] turned = new double[units][indicators];
      for (int i = 0; i < units; i++) {
        double[] row = scores[units - 1 - i];
        Arrays.setAll(turned[i], j -> 3 - (j + 1) * row[indicators - 1 - j]);
      }
      double[] again = Weights.principalComponents(turned);
      for (int j = 0; j < indicators; j++) {
        assertThat(again[indicators - 1 - j]).isCloseTo(weights[j], within(1e-9));
      }
    }
  }

  private static double[] thirds() {
    return Weights.equal(3);
  }
}
