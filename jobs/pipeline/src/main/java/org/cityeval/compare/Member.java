package org.cityeval.compare;

import java.util.List;
import org.cityeval.series.Fingerprint;

/**
 * What is known of a member of a panel beside its values.
 *
 * @param group its group by k-means, 0 for none
 * @param peers ids of its nearest neighbours, sorted; none where a variable is missing
 */
record Member(String name, int group, List<String> peers) {

  static Member of(String name, Integer group, List<String> peers) {
    return new Member(name, group == null ? 0 : group, peers == null ? List.of() : peers);
  }

  void addTo(Fingerprint fingerprint) {
    fingerprint.add(name).add(Integer.toString(group));
    peers.forEach(fingerprint::add);
  }
}
