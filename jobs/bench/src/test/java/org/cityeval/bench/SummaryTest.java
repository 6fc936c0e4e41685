package org.cityeval.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SummaryTest {
  @Test
  void showsMinimumMedianAndMaximumOfEveryFigure() {
    List<Measurement> runs =
        List.of(
            new Measurement(Map.of("wall [s]", 3.0)),
            new Measurement(Map.of("wall [s]", 1.0)),
            new Measurement(Map.of("wall [s]", 1.5)));

    assertThat(Summary.markdown(runs)).contains("| wall [s] | 1.0 | 1.5 | 3.0 |");
  }

  @Test
  void saysOfHowManyRunsAFigureSpeaks() {
    List<Measurement> runs =
        List.of(new Measurement(Map.of("collections", 2.0)), new Measurement(Map.of()));

    assertThat(Summary.markdown(runs)).contains("| collections (1 runs) | 2.0 | 2.0 | 2.0 |");
  }

  @Test
  void takesTheMeanOfTheMiddleTwoOfAnEvenNumber() {
    // (2 + 4) / 2
    assertThat(Summary.median(1, 2, 4, 9)).isEqualTo(3);
  }
}
