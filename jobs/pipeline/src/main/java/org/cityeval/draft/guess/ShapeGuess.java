package org.cityeval.draft.guess;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.cityeval.draft.sample.ColumnProfile;
import org.cityeval.draft.sample.DistrictCodes;

/** How a table lays out districts and days. */
public record ShapeGuess(Shape shape, Optional<DistrictHeadings> headings, String why) {
  private static final double ALONE = 1.02;
  private static final double MANY = 1.5;
  private static final int MOMENTS_OF_AN_EVENT = 2;

  /** The shapes of a config. */
  public enum Shape {
    LONG("long"),
    WIDE_DATES("wide_dates"),
    WIDE_DISTRICTS("wide_districts"),
    EVENTS("events"),
    UNKNOWN("");

    private final String id;

    Shape(String id) {
      this.id = id;
    }

    public String id() {
      return id;
    }
  }

  static ShapeGuess guess(Table table, Optional<KeyGuess> key, Set<String> spellings) {
    if (table.headings().isPresent()) {
      return guess(
          Shape.WIDE_DATES,
          (table.sample().columns().size() - table.profiles().size()) + " headings are days");
    }
    if (table.day().isEmpty()) {
      return guess(Shape.UNKNOWN, "neither a column nor the headings are days");
    }
    DayGuess day = table.day().get();
    List<String> moments = DayGuess.moments(table.profiles());
    double perDay = day.recordsPerDay(Optional.empty());
    if (moments.size() >= MOMENTS_OF_AN_EVENT && perDay > MANY) {
      return guess(
          Shape.EVENTS,
          "each row has "
              + moments.size()
              + " times, and a day has "
              + Math.round(perDay)
              + " rows");
    }
    if (perDay <= ALONE) {
      Optional<DistrictHeadings> headings = DistrictHeadings.of(table, spellings);
      if (headings.isPresent()) {
        return new ShapeGuess(
            Shape.WIDE_DISTRICTS, headings, "a row is a day, and " + headings.get().why());
      }
    }
    if (key.isEmpty()) {
      return guess(Shape.UNKNOWN, "no column speaks of the districts");
    }
    double perKey = day.recordsPerDay(key.map(KeyGuess::column));
    if (day.timed() && perKey > MANY) {
      return guess(
          Shape.EVENTS,
          String.format(Locale.ROOT, "rows are moments, %.1f to a district and day", perKey));
    }
    return guess(
        perKey <= MANY ? Shape.LONG : Shape.UNKNOWN,
        String.format(Locale.ROOT, "%.2f rows to a %s and day", perKey, key.get().column().name()));
  }

  private static ShapeGuess guess(Shape shape, String why) {
    return new ShapeGuess(shape, Optional.empty(), why);
  }

  /**
   * Headings that are districts.
   *
   * @param districts what stands between prefix and suffix, sorted
   */
  public record DistrictHeadings(String prefix, String suffix, List<String> districts) {
    private static final int FEWEST = 3;
    private static final Pattern PARTIAL =
        Pattern.compile("\\b(probable|avg|average|mean|smoothed|\\d+ ?day|7d)\\b");

    static Optional<DistrictHeadings> of(Table table, Set<String> spellings) {
      Set<String> used = table.day().map(DayGuess::columns).orElse(Set.of());
      List<String> names =
          table.columns(c -> c.isNumeric() && !used.contains(c.name())).stream()
              .map(ColumnProfile::name)
              .toList();
      Map<DistrictHeadings, Set<String>> found = new HashMap<>();
      for (String name : names) {
        for (int from = 0; from < name.length(); from++) {
          for (int to = name.length(); to > from; to--) {
            String district = name.substring(from, to);
            if (isDistrict(
                name, from, to, spellings.contains(DistrictCodes.plain(district)), spellings)) {
              found
                  .computeIfAbsent(
                      new DistrictHeadings(name.substring(0, from), name.substring(to), List.of()),
                      affixes -> new HashSet<>())
                  .add(district);
            }
          }
        }
      }
      return found.entrySet().stream()
          .filter(entry -> entry.getValue().size() >= FEWEST)
          .min(
              Comparator.comparingInt(
                      (Map.Entry<DistrictHeadings, Set<String>> entry) -> -entry.getValue().size())
                  .thenComparing(entry -> rank(entry.getKey(), table))
                  .thenComparing(entry -> entry.getKey().length())
                  .thenComparing(entry -> entry.getKey().prefix + "\n" + entry.getKey().suffix))
          .map(
              entry ->
                  new DistrictHeadings(
                      entry.getKey().prefix,
                      entry.getKey().suffix,
                      entry.getValue().stream().sorted().toList()));
    }

    /** With a list, what it knows; without one, what an underscore sets apart at one end. */
    private static boolean isDistrict(
        String name, int from, int to, boolean known, Set<String> spellings) {
      if (!spellings.isEmpty()) {
        return known;
      }
      boolean after = from == 0 && to < name.length() && name.charAt(to) == '_';
      boolean before = to == name.length() && from > 0 && name.charAt(from - 1) == '_';
      return after || before;
    }

    /** Whole numbers of a measure go before parts of them and means. */
    private static int rank(DistrictHeadings headings, Table table) {
      String words = ColumnProfile.words(headings.prefix + " " + headings.suffix);
      boolean isMeasure = MeasureWords.find((words + " " + table.words()).strip()).isPresent();
      return (isMeasure ? 0 : 2) + (PARTIAL.matcher(words).find() ? 1 : 0);
    }

    private int length() {
      return prefix.length() + suffix.length();
    }

    public boolean holds(String heading) {
      return fits(heading)
          && districts.contains(
              heading.substring(prefix.length(), heading.length() - suffix.length()));
    }

    private boolean fits(String heading) {
      return heading.startsWith(prefix) && heading.endsWith(suffix) && heading.length() > length();
    }

    /** Headings that prefix and suffix fit too, of which they leave no district. */
    public List<String> longer(List<String> headings) {
      return headings.stream().filter(h -> fits(h) && !holds(h)).toList();
    }

    public String why() {
      return districts.size()
          + " headings are districts"
          + (prefix + suffix).replaceFirst("^(.+)$", " around $1");
    }
  }
}
