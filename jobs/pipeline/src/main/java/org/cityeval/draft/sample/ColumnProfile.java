package org.cityeval.draft.sample;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What the cells of one column have in common. */
public final class ColumnProfile {
  /** What publishers write where there is no number. */
  public static final Set<String> MISSING_MARKS =
      Set.of(".", "-", "--", "NA", "N/A", "n/a", "na", "NaN", "nan", "NULL", "null", "None", "\\N");

  private static final double NUMERIC_SHARE = 0.98;
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
  private static final Pattern LETTERS = Pattern.compile("[A-Za-z]+");
  private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d+)?");

  private final String name;
  private final List<String> cells;
  private final double[] numbers;
  private final Set<String> distinct = new LinkedHashSet<>();
  private final Set<String> marks = new TreeSet<>();
  private Set<String> codes;
  private int filled;
  private int numeric;
  private int grouped;

  private ColumnProfile(String name, List<String> cells, char decimal) {
    this.name = name;
    this.cells = List.copyOf(cells);
    this.numbers = new double[cells.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = cells.get(i).isEmpty() ? Double.NaN : read(cells.get(i), decimal);
    }
  }

  /** Profiles cells without blanks around them. */
  public static ColumnProfile of(String name, List<String> cells, char decimal) {
    return new ColumnProfile(name, cells, decimal);
  }

  private double read(String cell, char decimal) {
    if (MISSING_MARKS.contains(cell)) {
      marks.add(cell);
      return Double.NaN;
    }
    filled++;
    distinct.add(cell);
    String plain = decimal == ',' ? cell.replace(".", "").replace(',', '.') : cell;
    if (NUMBER.matcher(plain).matches()) {
      numeric++;
      return Double.parseDouble(plain);
    }
    if (GROUPED.matcher(plain).matches()) {
      numeric++;
      grouped++;
      return Double.parseDouble(plain.replace(",", ""));
    }
    return Double.NaN;
  }

  public String name() {
    return name;
  }

  /** The heading in lower-case words: {@code newCase_count} is {@code new case count}. */
  public String words() {
    return words(name);
  }

  public static String words(String text) {
    return text.replaceAll("(\\p{Lower})(\\p{Upper})", "$1 $2")
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .toLowerCase(Locale.ROOT)
        .strip();
  }

  public List<String> cells() {
    return cells;
  }

  /** The number of each cell; NaN where there is none. */
  public double[] numbers() {
    return numbers.clone();
  }

  public boolean isNumeric() {
    return numeric > 0 && numeric >= NUMERIC_SHARE * filled;
  }

  /** Cells that are neither blank nor a mark of a missing value. */
  public int filled() {
    return filled;
  }

  public Set<String> distinct() {
    return Collections.unmodifiableSet(distinct);
  }

  /** The distinct cells in the plain form of codes. */
  public Set<String> codes() {
    if (codes == null) {
      codes = DistrictCodes.plain(distinct);
    }
    return codes;
  }

  public int distinctCount() {
    return distinct.size();
  }

  /** Whether each of its cells is another; a mark of a missing value that stands once is a text. */
  public boolean isUnique() {
    return filled + (soleMark().isEmpty() ? 0 : 1) == cells.size() && distinct.size() == filled;
  }

  /** The mark of a missing value of letters, such as the NA of Namibia, that one cell alone has. */
  public Optional<String> soleMark() {
    List<String> unfilled = cells.stream().filter(MISSING_MARKS::contains).limit(2).toList();
    return unfilled.size() == 1 && LETTERS.matcher(unfilled.get(0)).matches()
        ? Optional.of(unfilled.get(0))
        : Optional.empty();
  }

  /** Marks that stand among numbers. */
  public Set<String> missingMarks() {
    return isNumeric() ? Set.copyOf(marks) : Set.of();
  }

  static boolean groupsThousands(String cell) {
    return GROUPED.matcher(cell).matches();
  }

  public boolean groupsThousands() {
    return isNumeric() && grouped > 0;
  }

  /** How many cells of a column of numbers are none, and no known mark either. */
  int strangers() {
    return isNumeric() ? filled - numeric : 0;
  }

  public boolean isWhole() {
    return Arrays.stream(numbers).filter(Double::isFinite).allMatch(n -> n == Math.rint(n));
  }

  /** Whether its cells can be ids: texts or whole numbers that are not negative. */
  public boolean isCode() {
    return filled > 0 && (!isNumeric() || (isWhole() && quantile(0) >= 0));
  }

  /** The value that a share of the numbers does not exceed. */
  public double quantile(double share) {
    double[] sorted = Arrays.stream(numbers).filter(Double::isFinite).sorted().toArray();
    return sorted.length == 0
        ? Double.NaN
        : sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  }
}
