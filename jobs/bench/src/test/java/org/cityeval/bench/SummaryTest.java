package org.cityeval.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
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
    List<Measurement> runs =
        DoubleStream.of(9, 1, 4, 2)
            .mapToObj(wall -> new Measurement(Map.of("wall", wall)))
            .toList();

    // (2 + 4) / 2
    assertThat(Summary.markdown(runs)).contains("| wall | 1.0 | 3.0 | 9.0 |");
  }

  @Test
  void setsTheMedianWallOfEachCommandBesideThatOfTheFloor() {
    Map<String, List<Map<String, Double>>> calls = new LinkedHashMap<>();
    calls.put("floor", List.of(figures(8, 7), figures(10, 9), figures(9, 8)));
    calls.put("run", List.of(figures(18, 20)));

    // 18 is twice 9, the median of 8, 9 and 10.
    assertThat(Summary.besideFloor(calls, "floor"))
        .contains("| floor | 9.0 | 8.0 | 1.00 |")
        .contains("| run | 18.0 | 20.0 | 2.00 |");
  }

  private static Map<String, Double> figures(double wall, double cpu) {
    return Map.of(Launcher.WALL, wall, Launcher.CPU, cpu);
  }
}
