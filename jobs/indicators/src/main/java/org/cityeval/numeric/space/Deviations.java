package org.cityeval.numeric.space;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.cityeval.numeric.statistics.BinaryScale;
import org.cityeval.numeric.statistics.Domain;
import org.cityeval.numeric.statistics.Moments;

/**
 * The observed districts: how far each is from their mean, and the links among them. A district
 * that is not observed is no one's neighbour.
 *
 * @param kept positions of the observed districts, ascending
 * @param z value less the mean, in {@code scale}; exactly 0 everywhere where all values are equal,
 *     {@code NaN} everywhere where one is infinite
 * @param links among the observed districts
 * @param squares sum of the squares of {@code z}
 * @param scale in which the largest deviation is of the order of one
 */
record Deviations(int[] kept, double[] z, Neighbours links, double squares, BinaryScale scale) {
  /** Sums that differ by less, relatively, are the same sum added up in another order. */
  static final double ROUNDING = 1e-9;

  static Deviations of(double[] values, Neighbours neighbours) {
    if (values.length != neighbours.size()) {
      throw new IllegalArgumentException(
          values.length + " values, neighbours of " + neighbours.size() + " districts");
    }
    int[] kept = IntStream.range(0, values.length).filter(i -> !Double.isNaN(values[i])).toArray();
    BinaryScale ofValues = BinaryScale.of(values);
    double[] reduced = ofValues.reduced(values);
    double mean = Domain.holdsInfinity(values) ? Double.NaN : Moments.mean(reduced);
    // The mean of equal values may be rounded, and would leave deviations of nothing but that.
    boolean equal =
        !Double.isNaN(mean) && Arrays.stream(kept).allMatch(i -> values[i] == values[kept[0]]);
    double[] fromMean =
        Arrays.stream(kept).mapToDouble(i -> equal ? 0 : reduced[i] - mean).toArray();
    BinaryScale ofDeviations = BinaryScale.of(fromMean);
    double[] z = ofDeviations.reduced(fromMean);
    double squares = 0;
    for (double deviation : z) {
      squares += deviation * deviation;
    }
    Neighbours links = kept.length == values.length ? neighbours : neighbours.among(kept);
    BinaryScale scale = new BinaryScale(ofValues.exponent() + ofDeviations.exponent());
    return new Deviations(kept, z, links, squares, scale);
  }

  /** Whether the districts differ, and by how much is known. */
  boolean vary() {
    return squares > 0;
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
