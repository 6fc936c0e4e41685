package org.cityeval.source;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cityeval.config.lake.DistrictKey.DistrictColumns;
import org.cityeval.config.lake.SourceConfig;
import org.cityeval.lake.FileHeadings;
import org.cityeval.problem.UserProblem;
import org.cityeval.series.Quantity;

/** What is wrong with the headings of a source's files, each named with its file. */
public final class HeadingProblems {
  private static final int SHOWN = 5;

  private final String owner;
  private final List<UserProblem> problems = new ArrayList<>();

  private HeadingProblems(String owner) {
    this.owner = owner;
  }

  /** Of a source whose columns are days or districts: what its shape does not bear. */
  public static List<UserProblem> find(
      String owner, SourceConfig source, List<FileHeadings> files) {
    HeadingProblems found = new HeadingProblems(owner);
    switch (source.mapping().shape()) {
      case WIDE_DATES -> found.days(files, source.mapping().dateColumns());
      case WIDE_DISTRICTS -> found.districts(files, source.key().districtColumns());
      case LONG, EVENTS -> {}
    }
    return List.copyOf(found.problems);
  }

  private void days(List<FileHeadings> files, String pattern) {
    DayHeadings days = new DayHeadings(pattern);
    Map<String, List<String>> strange = new TreeMap<>();
    for (FileHeadings file : files) {
      Map<LocalDate, List<String>> byDay = new TreeMap<>();
      for (String heading : file.columns()) {
        days.day(heading)
            .ifPresent(day -> byDay.computeIfAbsent(day, key -> new ArrayList<>()).add(heading));
        if (days.day(heading).isEmpty() && DayHeadings.looksLikeDay(heading)) {
          strange.computeIfAbsent(file.file(), key -> new ArrayList<>()).add(heading);
        }
      }
      byDay.values().stream().filter(same -> same.size() > 1).forEach(same -> sameDay(file, same));
      file.twice().keySet().stream()
          .filter(heading -> days.day(heading).isPresent() || DayHeadings.looksLikeDay(heading))
          .forEach(heading -> problems.add(twice(owner + ".date_columns", file, heading)));
    }
    strange.forEach((file, headings) -> strange(pattern, file, headings, strange.size()));
  }

  private void sameDay(FileHeadings file, List<String> headings) {
    problems.add(
        new UserProblem(
            owner + ".date_columns: " + file.file() + " has a day twice.",
            "Its headings " + String.join(" and ", headings) + " are the same day.",
            "Correct the headings, or leave one of the columns out."));
  }

  private void strange(String pattern, String file, List<String> headings, int files) {
    if (problems.size() > SHOWN) {
      return;
    }
    problems.add(
        new UserProblem(
            owner + ".date_columns: " + file + " has days that are not like " + pattern + ".",
            headings.size()
                + (headings.size() == 1 ? " heading looks like a day" : " headings look like days")
                + " of another pattern: "
                + shown(headings)
                + (files > 1 ? "; " + files + " files have such" : "")
                + ".",
            "Correct the pattern (day and month may be swapped), or the headings."));
  }

  private static String shown(List<String> headings) {
    return String.join(", ", headings.subList(0, Math.min(SHOWN, headings.size())))
        + (headings.size() > SHOWN ? ", ..." : "");
  }

  private void districts(List<FileHeadings> files, Map<Quantity, DistrictColumns> measures) {
    Set<String> said = new LinkedHashSet<>();
    for (FileHeadings file : files) {
      said.addAll(said(file.columns(), measures));
      said(List.copyOf(file.twice().keySet()), measures)
          .forEach(heading -> problems.add(twice(owner + ".district_columns", file, heading)));
    }
    for (FileHeadings file : files) {
      List<String> lacking = said.stream().filter(heading -> !file.holds(heading)).toList();
      List<String> own =
          file.columns().stream()
              .filter(heading -> !said.contains(heading))
              .filter(heading -> files.stream().filter(one -> one.holds(heading)).count() == 1)
              .toList();
      if (!lacking.isEmpty() && !own.isEmpty()) {
        problems.add(
            new UserProblem(
                owner
                    + ".district_columns: "
                    + file.file()
                    + " has no column "
                    + shown(lacking)
                    + ".",
                "Other files have; it alone has " + shown(own) + ", which is no district's.",
                "Write the headings alike in all files."));
      }
    }
  }

  private List<String> said(List<String> headings, Map<Quantity, DistrictColumns> measures) {
    return new DistrictHeadings(owner, headings, measures)
        .said().stream().map(DistrictHeadings.Said::heading).distinct().toList();
  }

  /** A heading that stands twice, so that nobody can tell which column is meant. */
  public static UserProblem twice(String key, FileHeadings file, String heading) {
    return new UserProblem(
        key + ": the heading " + heading + " stands twice in " + file.file() + ".",
        "It stands in columns "
            + file.twice().get(heading).stream()
                .map(String::valueOf)
                .collect(Collectors.joining(" and "))
            + ".",
        "Name the columns apart, or leave one of them out.");
  }
}
