package org.cityeval.contract;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cityeval.config.lake.MustBe;

/** Pairs of districts that have the same numbers over some stretches, and for how many days. */
final class IdenticalPairs {
  private final Map<String, Map<Measurement.Subject, Alike>> byRule = new HashMap<>();

  /** Days that two districts share, and the first and last of them. */
  private record Alike(LocalDate first, LocalDate last, double days) {
    Alike and(Alike other) {
      return new Alike(
          first.isBefore(other.first) ? first : other.first,
          last.isAfter(other.last) ? last : other.last,
          days + other.days);
    }
  }

  /**
   * Takes note of a stretch.
   *
   * @param alike the stretch in each district that has the same numbers on the same days
   */
  void add(List<Measurement> alike) {
    List<Measurement> sorted =
        alike.stream().sorted(Comparator.comparing(one -> one.subject().district())).toList();
    Measurement first = sorted.get(0);
    Map<Measurement.Subject, Alike> pairs =
        byRule.computeIfAbsent(first.rule(), rule -> new HashMap<>());
    Alike stretch = new Alike(first.first(), first.last(), first.number());
    for (int one = 0; one < sorted.size(); one++) {
      for (int other = one + 1; other < sorted.size(); other++) {
        pairs.merge(
            new Measurement.Subject(
                first.subject().measure(),
                sorted.get(one).subject().district(),
                sorted.get(other).subject().district()),
            stretch,
            Alike::and);
      }
    }
  }

  /**
   * The pairs that share more days than a check allows.
   *
   * @param rule id of the check
   */
  List<Measurement> breaking(String rule, MustBe mustBe) {
    return byRule.getOrDefault(rule, Map.of()).entrySet().stream()
        .map(
            pair -> {
              Alike alike = pair.getValue();
              return new Measurement(
                  rule,
                  pair.getKey(),
                  alike.first(),
                  alike.last(),
                  alike.days(),
                  mustBe.holds(alike.days()));
            })
        .filter(found -> !found.holds())
        .toList();
  }
}
