package org.cityeval.report.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Invented peers, further groups, and what ranks rest on, of the districts of the sample. */
public final class SampleBeside {
  /** A group that a config names: one district of each city. */
  static final String NAMED = "north_shore";

  private static final List<String> NAMED_MEMBERS =
      List.of("riverton-1", "eastport-2", "millbrook-3");

  private SampleBeside() {}

  static BesideData of(List<ReportData.District> districts) {
    return new BesideData(peers(districts), similar(districts), factors());
  }

  /** Ranks among all, in the named group, among peers and similar ones; the span only. */
  static List<ReportData.Rank> ranks(List<ReportData.District> districts) {
    List<ReportData.Rank> ranks = new ArrayList<>();
    for (String weighting : List.of("efficiency", "public_value")) {
      for (int d = 0; d < districts.size(); d++) {
        String unit = districts.get(d).id();
        ranks.add(rank("all", unit, weighting, d + 1, districts.size()));
        ranks.add(rank("peers", unit, weighting, 2, 3));
        ranks.add(rank("similar", unit, weighting, 1 + d % 5, d < 10 ? 10 : 5));
      }
      for (int m = 0; m < NAMED_MEMBERS.size(); m++) {
        ranks.add(rank(NAMED, NAMED_MEMBERS.get(m), weighting, m + 1, NAMED_MEMBERS.size()));
      }
      // Of this group nobody else is ranked: no figure can be made of it.
      ranks.add(rank("alone", "riverton-1", weighting, 1, 1));
    }
    return ranks;
  }

  private static ReportData.Rank rank(
      String group, String unit, String weighting, int rank, int compared) {
    return new ReportData.Rank(
        group,
        unit,
        "district",
        "span",
        weighting,
        unit,
        new ReportData.Place(
            rank,
            Math.max(1, rank - 1),
            Math.min(compared, rank + 1),
            1,
            compared,
            "not_distinguishable",
            compared,
            new ReportData.Choices(Math.max(1, rank - 2), Math.min(compared, rank + 2))),
        0.95);
  }

  /** Every district's peers are the two after it in the list. */
  private static List<BesideData.Peer> peers(List<ReportData.District> districts) {
    List<BesideData.Peer> peers = new ArrayList<>();
    for (int d = 0; d < districts.size(); d++) {
      for (int number = 1; number <= 2; number++) {
        peers.add(
            new BesideData.Peer(
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

  /** The first ten districts are group 1, the last five group 2. */
  private static List<BesideData.Similar> similar(List<ReportData.District> districts) {
    List<BesideData.Similar> similar = new ArrayList<>();
    for (int d = 0; d < districts.size(); d++) {
      similar.add(
          new BesideData.Similar(
              districts.get(d).id(),
              "district",
              d < 10 ? 1 : 2,
              new BesideData.Component(-1.5 + 0.3 * (d % 10) + (d < 10 ? 0 : 2), 0.63),
              new BesideData.Component(Math.sin(d), 0.3),
              Map.of("population", -1.25 + 0.1 * d, "density", 0.5)));
    }
    return similar;
  }

  private static List<BesideData.Factor> factors() {
    return List.of(
        factor("cities", null, "measurement", 0.2, 0.5),
        factor("cities", null, "normalisation", 0.3, 0.7),
        factor("riverton", null, "weights", 0.1, 0.4),
        factor("riverton", null, "measurement", 0.35, 0.62),
        factor("riverton", "riverton-1", "weights", 0.11, 0.23),
        factor("riverton", "riverton-1", "measurement", 0.48, 0.81),
        factor(NAMED, null, "outliers", 0.05, 0.15));
  }

  private static BesideData.Factor factor(
      String group, String unit, String factor, double firstOrder, double total) {
    return new BesideData.Factor(group, unit, "span", "efficiency", factor, firstOrder, total);
  }
}
