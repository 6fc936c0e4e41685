package org.cityeval.numeric.space;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.cityeval.numeric.statistics.Moments;

/**
 * The observed districts: how far each is from their mean, and the links among them. A district
 * that is not observed is no one's neighbour.
 *
 * @param kept positions of the observed districts, ascending
 * @param z value less the mean; exactly 0 everywhere where all values are equal
 * @param links among the observed districts
 * @param squares sum of the squares of {@code z}
 */
record Deviations(int[] kept, double[] z, Neighbours links, double squares) {
  /** Sums that differ by less, relatively, are the same sum added up in another order. */
  static final double ROUNDING = 1e-9;

  static Deviations of(double[] values, Neighbours neighbours) {
    if (values.length != neighbours.size()) {
      throw new IllegalArgumentException(
          values.length + " values of " + neighbours.size() + " districts");
    }
    int[] kept = IntStream.range(0, values.length).filter(i -> !Double.isNaN(values[i])).toArray();
    double mean = Moments.mean(values);
    // The mean of equal values may be rounded, and would leave deviations of nothing but that.
    boolean equal = Arrays.stream(kept).allMatch(i -> values[i] == values[kept[0]]);
    double[] z = Arrays.stream(kept).mapToDouble(i -> equal ? 0 : values[i] - mean).toArray();
    double squares = 0;
    for (double deviation : z) {
      squares += deviation * deviation;
    }
    Neighbours links = kept.length == values.length ? neighbours : neighbours.among(kept);
    return new Deviations(kept, z, links, squares);
  }

  int size() {
    return z.length;
  }

  /** Districts that have a neighbour, which is also the sum of all weights. */
  int linkedDistricts() {
    return size() - links.islands().length;
  }

  double standardDeviation() {
    return Math.sqrt(squares / size());
  }

  /** Values of the observed districts, put back in their places among {@code NaN}. */
  double[] spread(double[] ofKept, int districts) {
    double[] spread = new double[districts];
    Arrays.fill(spread, Double.NaN);
    for (int i = 0; i < kept.length; i++) {
      spread[kept[i]] = ofKept[i];
    }
    return spread;
  }
}
