package org.cityeval.compare;

import java.util.List;
import org.cityeval.series.Fingerprint;

/**
 * Where a member lies among those it may be like.
 *
 * @param group its group by k-means, 0 for none
 * @param values what peers are found by; {@code NaN} where unknown
 */
record PeerPlace(int group, double[] values) {

  static PeerPlace of(Integer group, List<Double> values) {
    return new PeerPlace(
        group == null ? 0 : group,
        values.stream().mapToDouble(value -> value == null ? Double.NaN : value).toArray());
  }

  void addTo(Fingerprint fingerprint) {
    fingerprint.add(values).add(Integer.toString(group));
  }
}
