package org.cityeval.draft.guess;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cityeval.series.Family;
import org.cityeval.series.Quantity;
import org.cityeval.series.Unit;

/**
 * What a measure's numbers say.
 *
 * @param scale what stands for 100 %, for an index or a change
 */
public record KindGuess(String kind, Optional<String> scale, String why) {
  private static final double FEW_FALLS = 0.15;
  private static final double FRACTION = 3;
  private static final double HALF = 0.5;
  private static final double NEARLY_ALL = 0.9;
  private static final Pattern PERCENT = Pattern.compile("\\b(percent|pct)\\b");
  private static final Pattern INDEX = Pattern.compile("\\b(index|idx)\\b|指数");

  /** A change stays one where all its numbers are above 0, as the time at home is. */
  private static final Pattern CHANGE =
      Pattern.compile("\\b(percent|pct) change\\b|\\bchange from baseline\\b");

  private static final double AROUND_LOW = 0.4;
  private static final double AROUND_HIGH = 1.6;

  static KindGuess guess(Quantity quantity, DistrictSeries series, String words) {
    if (quantity.family() == Family.CASES) {
      double falling = series.fallingShare();
      String share = percent(falling) + " of the steps that change a number lower it";
      return falling <= FEW_FALLS
          ? new KindGuess("cumulative_count", Optional.empty(), share)
          : new KindGuess(
              "daily_count",
              Optional.empty(),
              Double.isNaN(falling) ? "the sample shows no step" : share);
    }
    if (quantity.unit() == Unit.GRADE) {
      return new KindGuess("grade", Optional.empty(), "grades of what was ordered");
    }
    if (quantity.unit() == Unit.ENTERPRISES) {
      return new KindGuess("level", Optional.empty(), "a number of enterprises");
    }
    return change(series, words);
  }

  private static KindGuess change(DistrictSeries series, String words) {
    double[] sorted = series.values();
    if (sorted.length == 0) {
      return new KindGuess("level", Optional.empty(), "the sample shows no number");
    }
    double low = sorted[sorted.length / 100];
    double middle = sorted[sorted.length / 2];
    double high = sorted[sorted.length - 1 - sorted.length / 100];
    String range =
        "98 % of the numbers lie within "
            + String.format(Locale.ROOT, "%.4g to %.4g, median %.4g", low, high, middle);
    boolean isChange = CHANGE.matcher(words).find();
    if (low < 0 || isChange) {
      boolean named = PERCENT.matcher(words).find();
      boolean fraction = !named && Math.max(-low, high) <= FRACTION;
      return new KindGuess(
          "percent_change",
          Optional.of(fraction ? "1" : "100"),
          isChange ? "the heading says change; " + range : range);
    }
    for (int scale : new int[] {100, 1}) {
      double beginning = series.beginningAround(scale);
      if (beginning >= (INDEX.matcher(words).find() ? HALF : NEARLY_ALL)) {
        return new KindGuess(
            "index",
            Optional.of(Integer.toString(scale)),
            String.format(
                Locale.ROOT,
                "%.0f %% of the districts begin around %d; %s",
                100 * beginning,
                scale,
                range));
      }
    }
    for (int scale : new int[] {100, 1}) {
      if (middle >= AROUND_LOW * scale
          && middle <= AROUND_HIGH * scale
          && high < FRACTION * scale) {
        return new KindGuess("index", Optional.of(Integer.toString(scale)), range);
      }
    }
    return new KindGuess("level", Optional.empty(), range + ": neither around 0, 1 nor 100");
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
