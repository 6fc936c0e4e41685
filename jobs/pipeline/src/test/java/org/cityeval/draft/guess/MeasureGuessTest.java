package org.cityeval.draft.guess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityeval.draft.guess.SampleTables.table;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.cityeval.series.Quantity;
import org.junit.jupiter.api.Test;

class MeasureGuessTest {
  private static final Set<String> IDS = Set.of("7", "8", "9");

  private static List<MeasureGuess> of(Table table) {
    Optional<KeyGuess> key = KeyGuess.guess(table, IDS, "code", IDS);
    return MeasureGuess.guess(table, ShapeGuess.guess(table, key, IDS), key);
  }

  /** Sixty days of three districts: day, code, and what else a row holds. */
  private static Table series(String heading, int apart, double[]... columns) {
    List<String> lines = new ArrayList<>(List.of("day,code," + heading));
    for (int d = 0; d < 60; d++) {
      for (int district = 7; district <= 9; district++) {
        StringBuilder line =
            new StringBuilder(LocalDate.of(2020, 3, 1).plusDays((long) d * apart) + "," + district);
        for (double[] column : columns) {
          line.append(String.format(Locale.ROOT, ",%.4f", column[d]));
        }
        lines.add(line.toString());
      }
    }
    return table("f.csv", lines.toArray(String[]::new));
  }

  private static double[] noise(int seed) {
    return new SplittableRandom(seed).doubles(67, -1, 1).toArray();
  }

  private static double[] mean(double[] raw, int days) {
    double[] mean = new double[60];
    for (int d = 0; d < 60; d++) {
      mean[d] = Arrays.stream(raw, d, d + days).average().orElseThrow();
    }
    return mean;
  }

  @Test
  void aColumnIsTheMeasureThatItsHeadingSpeaksOf() {
    MeasureGuess guess = of(series("new cases", 1, noise(1))).get(0);

    assertThat(guess.quantity()).isEqualTo(Quantity.NEW_CASES);
    assertThat(guess.value()).isEqualTo("`new cases`");
    assertThat(guess.why()).isEqualTo("the heading says cases");
    assertThat(guess.kind().kind()).isEqualTo("daily_count");
    assertThat(guess.aggregate()).isEmpty();
  }

  @Test
  void ofSeveralColumnsOfAMeasureTheTotalIsTaken() {
    assertThat(of(series("spend_grocery,spend_all,spend_travel", 1, noise(1), noise(2), noise(3))))
        .extracting(MeasureGuess::value)
        .containsExactly("spend_all");
  }

  /** A column of one number alone says nothing; the one that says more is meant. */
  @Test
  void ofTwoColumnsAlikeTheOneThatSaysMoreIsTaken() {
    assertThat(of(series("cases_a,cases_b", 1, new double[60], noise(2))))
        .extracting(MeasureGuess::value)
        .containsExactly("cases_b");
  }

  @Test
  void theDayAndTheKeyAreNoMeasures() {
    assertThat(of(series("temperature", 1, noise(1)))).isEmpty();
  }

  /** A clear mean of seven days beside a column too rough to tell, of the same family. */
  @Test
  void aFileSmoothsItsColumnsAlike() {
    double[] unclear = noise(5);
    List<MeasureGuess> guesses =
        of(series("revenue_all,merchants_all,travel", 1, mean(noise(4), 7), unclear, unclear));

    assertThat(guesses)
        .extracting(g -> g.smoothing().orElseThrow().days())
        .containsExactly(7, 7, 1);
    assertThat(guesses.get(1).smoothing().orElseThrow().why()).startsWith("as revenue_all");
  }

  @Test
  void weeklyNumbersAndSumsAndGradesAreNotSmoothed() {
    double[] rising = new double[60];
    Arrays.setAll(rising, d -> d);
    double[] grades = new double[60];
    Arrays.setAll(grades, d -> d % 5);

    assertThat(of(series("sales", 7, noise(1))).get(0).smoothing()).isEmpty();
    assertThat(of(series("confirmed", 1, rising)).get(0).smoothing()).isEmpty();
    assertThat(of(series("grade", 1, grades)).get(0).smoothing()).isEmpty();
    assertThat(of(series("sales", 1, noise(1))).get(0).smoothing()).isPresent();
  }

  @Test
  void whereHeadingsAreDaysTheNameOfTheFileSpeaks() {
    String[] lines = {"code,3/1/20,3/2/20,3/3/20,3/4/20,3/5/20", "7,1,2,3,4,5", "8,1,1,2,2,9"};
    MeasureGuess guess = of(table("jhu_confirmed.csv", lines)).get(0);

    assertThat(guess.quantity()).isEqualTo(Quantity.NEW_CASES);
    assertThat(guess.value()).isEqualTo("value");
    assertThat(guess.why()).isEqualTo("the file's name says confirmed");
    assertThat(guess.kind().kind()).isEqualTo("cumulative_count");
    assertThat(of(table("f.csv", lines))).isEmpty();
  }

  @Test
  void whereHeadingsAreDistrictsTheirAffixesSpeak() {
    MeasureGuess guess =
        of(table(
                "f.csv",
                "day,cases_7,cases_8,cases_9",
                "2020-03-01,5,4,3",
                "2020-03-02,1,4,3",
                "2020-03-03,5,2,3"))
            .get(0);

    assertThat(guess.quantity()).isEqualTo(Quantity.NEW_CASES);
    assertThat(guess.why()).isEqualTo("headings or file name say cases");
  }

  @Test
  void eventsAreCounted() {
    List<String> lines = new ArrayList<>(List.of("pickup,dropoff,zone"));
    for (int i = 0; i < 60; i++) {
      lines.add("2020-03-0" + (1 + i % 3) + " 08:00:00,2020-03-01 09:00:00," + (7 + i % 3));
    }
    MeasureGuess guess = of(table("trips.csv", lines.toArray(String[]::new))).get(0);

    assertThat(guess.quantity()).isEqualTo(Quantity.MOBILITY_ACTIVITY_CHANGE);
    assertThat(guess.value()).isEqualTo("1");
    assertThat(guess.aggregate()).contains("count");
    assertThat(guess.kind().kind()).isEqualTo("level");
  }
}
