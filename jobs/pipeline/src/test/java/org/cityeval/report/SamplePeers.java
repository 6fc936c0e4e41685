package org.cityeval.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Peers of the sample's districts, and what its ranks rest on. */
final class SamplePeers {
  private SamplePeers() {}

  /** Every district's peers are the two after it in the list. */
  static List<ReportData.Peer> peers(List<ReportData.District> districts) {
    List<ReportData.Peer> peers = new ArrayList<>();
    for (int d = 0; d < districts.size(); d++) {
      for (int number = 1; number <= 2; number++) {
        peers.add(
            new ReportData.Peer(
                districts.get(d).id(),
                "district",
                number,
                districts.get((d + number) % districts.size()).id(),
                0.4 * number,
                Map.of("population", 0.75, "density", 0.25)));
      }
    }
    return peers;
  }

  static List<ReportData.Factor> factors() {
    return List.of(
        new ReportData.Factor("cities", "efficiency", "measurement", 0.2, 0.5),
        new ReportData.Factor("cities", "efficiency", "normalisation", 0.3, 0.7),
        new ReportData.Factor("riverton", "efficiency", "weights", 0.1, 0.4));
  }
}
