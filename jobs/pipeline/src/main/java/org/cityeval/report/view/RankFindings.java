package org.cityeval.report.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import org.cityeval.report.data.ReportData;

/** What one ranking says, in sentences: who stands out, and how sure that is. */
final class RankFindings {
  private final Subjects subjects;
  private final String group;
  private final List<Rankings.Placed> members;

  RankFindings(Subjects subjects, String group, List<Rankings.Placed> members) {
    this.subjects = subjects;
    this.group = group;
    this.members = members;
  }

  /** One or two sentences: who stands out, who does not, who could not be ranked. */
  String finding() {
    if (members.stream().allMatch(m -> m.score().composite().status().equals("not_applicable"))) {
      return "Not applicable: nobody has a value of what this weighting is about.";
    }
    List<String> better = standing("clearly_better");
    List<String> worse = standing("clearly_worse");
    List<String> between = standing("not_distinguishable");
    List<String> unranked = names(member -> member.place().rank() == null);
    Double median = Rankings.median(members);
    String middle =
        "the median of "
            + subjects.everyoneOf(group)
            + (median == null ? "" : ", " + Wording.tenths(median));
    List<String> parts = new ArrayList<>();
    if (!better.isEmpty()) {
      parts.add("clearly better than " + middle + ": " + Wording.list(better));
    }
    if (!worse.isEmpty()) {
      parts.add(
          "clearly worse than " + (better.isEmpty() ? middle : "it") + ": " + Wording.list(worse));
    }
    if (!between.isEmpty()) {
      parts.add(
          (parts.isEmpty() ? "none stands out; " : "")
              + "cannot be told apart from "
              + (parts.isEmpty() ? middle : "it")
              + ": "
              + Wording.list(between));
    }
    if (!unranked.isEmpty()) {
      parts.add("not ranked, too little was measured: " + Wording.list(unranked));
    }
    String sentence = String.join("; ", parts);
    return sentence.isEmpty()
        ? "Nothing could be ranked."
        : sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1) + ".";
  }

  private List<String> standing(String standing) {
    return names(member -> member.place().standing().equals(standing));
  }

  private List<String> names(Predicate<Rankings.Placed> chosen) {
    return members.stream().filter(chosen).map(m -> subjects.nameIn(group, m.unitId())).toList();
  }

  /** How far ranks are from sure, and what the weight rests on. */
  String certainty() {
    long ranked = members.stream().filter(member -> member.place().rank() != null).count();
    if (ranked == 0) {
      return "No rank could be given.";
    }
    List<ReportData.Weight> weights =
        members.stream()
            .map(member -> member.score().composite().weight())
            .filter(Objects::nonNull)
            .toList();
    int choices =
        typical(p -> p.choices() == null ? 0 : width(p.choices().low(), p.choices().high()));
    return "A typical rank interval spans "
        + typical(place -> place.rank() == null ? 0 : width(place.low(), place.high()))
        + " of "
        + ranked
        + " places; "
        + (choices == 0
            ? ""
            : "over other choices of method a typical rank moves within " + choices + "; ")
        + "on average "
        + share(weights, ReportData.Weight::measured)
        + " of the weight rests on measured values, "
        + share(weights, ReportData.Weight::censored)
        + " on durations that had not ended, and "
        + share(weights, ReportData.Weight::missing)
        + " on nothing.";
  }

  private static String share(
      List<ReportData.Weight> weights, ToDoubleFunction<ReportData.Weight> of) {
    return Wording.percent(weights.stream().mapToDouble(of).average().orElse(0));
  }

  private static int width(int low, int high) {
    return high - low + 1;
  }

  /** The median of the widths that are known. */
  private int typical(ToIntFunction<ReportData.Place> width) {
    int[] widths =
        members.stream()
            .map(Rankings.Placed::place)
            .mapToInt(width)
            .filter(places -> places > 0)
            .sorted()
            .toArray();
    return widths.length == 0 ? 0 : widths[widths.length / 2];
  }

  /** Whose composite clearly changes with the weighting. */
  String weightingMatters() {
    if (members.stream().allMatch(m -> m.score().composite().difference() == null)) {
      return "";
    }
    List<String> up = names(member -> sign(member) > 0);
    List<String> down = names(member -> sign(member) < 0);
    if (up.isEmpty() && down.isEmpty()) {
      return "Weighing public value over efficiency changes nobody’s composite beyond its"
          + " interval.";
    }
    return "Weighing public value over efficiency clearly"
        + (up.isEmpty() ? "" : " raises " + Wording.list(up))
        + (up.isEmpty() || down.isEmpty() ? "" : " and")
        + (down.isEmpty() ? "" : " lowers " + Wording.list(down))
        + ".";
  }

  /** Which way public value moves a composite; 0 where its interval does not say. */
  private static int sign(Rankings.Placed member) {
    ReportData.Composite composite = member.score().composite();
    return composite.differenceLow() != null && composite.differenceLow() > 0
        ? 1
        : composite.differenceHigh() != null && composite.differenceHigh() < 0 ? -1 : 0;
  }
}
