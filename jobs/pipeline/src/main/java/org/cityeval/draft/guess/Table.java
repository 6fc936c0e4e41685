package org.cityeval.draft.guess;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.cityeval.draft.sample.ColumnProfile;
import org.cityeval.draft.sample.FileSample;

/**
 * A sampled table with what each of its columns holds.
 *
 * @param day which columns say the day of a record; none in a list, or where headings are days
 * @param headings how headings write days, where they do
 */
public record Table(
    FileSample sample,
    List<ColumnProfile> profiles,
    Optional<DayGuess> day,
    Optional<DayNotation> headings) {
  private static final int FEWEST_DAYS = 5;

  static Table of(FileSample sample) {
    List<String> dayHeadings =
        sample.columns().stream().filter(name -> name.matches("\\d+[-/.年]?\\d+.*")).toList();
    Optional<DayNotation> headings =
        dayHeadings.size() < FEWEST_DAYS ? Optional.empty() : DayNotation.find(dayHeadings);
    List<ColumnProfile> profiles = new ArrayList<>();
    for (int i = 0; i < sample.columns().size(); i++) {
      String name = sample.columns().get(i);
      if (headings.isEmpty() || headings.get().day(name).isEmpty()) {
        profiles.add(ColumnProfile.of(name, sample.cells(i), sample.notation().decimal()));
      }
    }
    Optional<DayGuess> day = headings.isEmpty() ? DayGuess.guess(profiles) : Optional.empty();
    return new Table(sample, List.copyOf(profiles), day, headings);
  }

  public String path() {
    return sample.path();
  }

  /** The words of the file's name. */
  String words() {
    return ColumnProfile.words(path().substring(path().lastIndexOf('/') + 1));
  }

  boolean isDated() {
    return day.isPresent() || headings.isPresent();
  }

  Optional<ColumnProfile> column(String name) {
    return columns(profile -> profile.name().equals(name)).stream().findFirst();
  }

  public List<ColumnProfile> columns(Predicate<ColumnProfile> which) {
    return profiles.stream().filter(which).toList();
  }

  /** Marks of missing values in the cells whose headings are days. */
  public Set<String> marksBelowDays() {
    Set<String> marks = new TreeSet<>();
    for (int i = 0; headings.isPresent() && i < sample.columns().size(); i++) {
      if (headings.get().day(sample.columns().get(i)).isPresent()) {
        for (String[] row : sample.rows()) {
          if (ColumnProfile.MISSING_MARKS.contains(row[i])) {
            marks.add(row[i]);
          }
        }
      }
    }
    return marks;
  }

  /** Whether numbers in the cells whose headings are days have their thousands grouped. */
  public boolean groupsThousandsBelowDays() {
    return IntStream.range(0, headings.isPresent() ? sample.columns().size() : 0)
        .filter(i -> headings.get().day(sample.columns().get(i)).isPresent())
        .mapToObj(
            i ->
                ColumnProfile.of(
                    sample.columns().get(i), sample.cells(i), sample.notation().decimal()))
        .anyMatch(ColumnProfile::groupsThousands);
  }

  /** Marks of missing values among numbers. */
  public Set<String> missingMarks(Collection<ColumnProfile> of) {
    Set<String> marks = new TreeSet<>();
    of.forEach(profile -> marks.addAll(profile.missingMarks()));
    return marks;
  }
}
