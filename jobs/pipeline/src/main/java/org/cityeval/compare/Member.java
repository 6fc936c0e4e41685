package org.cityeval.compare;

import java.util.List;
import org.cityeval.series.Fingerprint;

/**
 * Whom a member is like.
 *
 * @param group its group by k-means, 0 for none
 * @param peers ids of its nearest neighbours, sorted; none where a variable is missing
 */
record PeerPlace(int group, List<String> peers) {

  static PeerPlace of(Integer group, List<String> peers) {
    return new PeerPlace(group == null ? 0 : group, peers == null ? List.of() : peers);
  }

  void addTo(Fingerprint fingerprint) {
    fingerprint.add(Integer.toString(group));
    peers.forEach(fingerprint::add);
  }
}
