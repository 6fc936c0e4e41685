package org.cityeval.draft.guess;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.cityeval.draft.sample.ColumnProfile;
import org.cityeval.draft.sample.DistrictCodes;

/**
 * Which table lists the districts: one row each, and the others speak of its keys.
 *
 * @param score what it was chosen by; higher is surer
 */
public record DistrictListGuess(Table table, ColumnProfile id, double score, String why) {
  private static final int FEWEST = 2;
  private static final int MOST = 50_000;
  private static final double MUCH = 0.5;
  private static final double MOSTLY = 0.9;
  private static final Pattern POPULATION =
      Pattern.compile(".*(population|\\bpop\\b|pop\\d|\\bpop|residents|inhabitants|人口).*");
  private static final Pattern DENSITY = Pattern.compile(".*(density|dens|popdens|per|rate).*");
  private static final Pattern NUMBERS =
      Pattern.compile(
          "\\b(unemploy\\w*|claimants?|\\w*rates?|percent|pct|index|score|incomes?|wages?|gdp"
              + "|deaths?|cases?|deprivation)\\b|失业|收入");
  private static final Pattern NAME =
      Pattern.compile(".*(name|nm\\b|title|label|名|city|county|zone|en).*");
  private static final Pattern GROUP =
      Pattern.compile(
          "(city|cz|metro|province|prefecture|state|region|borough|county|market|rgn|市|省).*");

  /** The best list among the tables without days, judged by the keys of those with days. */
  static Optional<DistrictListGuess> find(List<Table> tables) {
    List<Table> dated = tables.stream().filter(Table::isDated).toList();
    List<DistrictListGuess> guesses = new ArrayList<>();
    for (Table table : tables) {
      long records = table.sample().records();
      if (table.isDated() || records < FEWEST || records > MOST || isOfNumbers(table)) {
        continue;
      }
      for (ColumnProfile column : table.profiles()) {
        if (column.isUnique() && column.isCode()) {
          guesses.add(judged(table, column, dated));
        }
      }
    }
    return guesses.stream()
        .filter(guess -> guess.score >= 1)
        .max(Comparator.comparingDouble(DistrictListGuess::score));
  }

  /** A table of what was found of districts, such as unemployment, lists them only by the way. */
  private static boolean isOfNumbers(Table table) {
    return table.profiles().stream().noneMatch(DistrictListGuess::isPopulation)
        && table.profiles().stream()
            .anyMatch(column -> column.isNumeric() && NUMBERS.matcher(column.words()).find());
  }

  private static DistrictListGuess judged(Table table, ColumnProfile id, List<Table> dated) {
    Set<String> codes = id.codes();
    int speaking = 0;
    int sameName = 0;
    for (Table other : dated) {
      double best = 0;
      for (ColumnProfile column : other.columns(ColumnProfile::isCode)) {
        Set<String> spoken = column.codes();
        double fit =
            Math.min(DistrictCodes.covered(spoken, codes), 1) * Math.min(1, spoken.size() / 3.0);
        boolean named = column.words().equals(id.words());
        if (named && fit > MUCH) {
          sameName++;
        }
        best =
            Math.max(
                best, named || DistrictCodes.KEY_WORD.matcher(column.words()).find() ? fit : 0);
      }
      speaking += best > MUCH ? 1 : 0;
    }
    boolean population = table.profiles().stream().anyMatch(DistrictListGuess::isPopulation);
    boolean keyed = DistrictCodes.KEY_WORD.matcher(id.words()).find();
    boolean named = table.profiles().stream().anyMatch(p -> !p.isNumeric());
    double score =
        speaking + 2.0 * sameName + (population ? 2 : 0) + (keyed ? 1 : 0) - (named ? 0 : 3);
    String why =
        "one row for each of "
            + table.sample().records()
            + " values of "
            + id.name()
            + ", which "
            + speaking
            + " of "
            + dated.size()
            + " dated files speak of"
            + (population ? ", with population" : "");
    return new DistrictListGuess(table, id, score, why);
  }

  static boolean isPopulation(ColumnProfile column) {
    return column.isNumeric()
        && POPULATION.matcher(column.words()).matches()
        && !DENSITY.matcher(column.words()).matches();
  }

  /** Other columns of the list that say the district, such as the codes of another authority. */
  public List<ColumnProfile> otherCodes() {
    return table.profiles().stream()
        .filter(column -> !column.equals(id) && column.isUnique() && column.isCode())
        .filter(column -> DistrictCodes.KEY_WORD.matcher(column.words()).find())
        .filter(column -> name(false).filter(column::equals).isEmpty())
        .filter(column -> name(true).filter(column::equals).isEmpty())
        .toList();
  }

  public Optional<ColumnProfile> population() {
    return table.profiles().stream().filter(DistrictListGuess::isPopulation).findFirst();
  }

  /** The column of names in Latin letters, or in Chinese. */
  public Optional<ColumnProfile> name(boolean chinese) {
    return table.profiles().stream()
        .filter(column -> !column.isNumeric() && !column.equals(id) && column.filled() > 0)
        .filter(column -> isChinese(column) == chinese)
        .filter(column -> NAME.matcher(column.words()).matches())
        .filter(column -> column.distinctCount() > MUCH * column.filled())
        .filter(column -> column.cells().stream().noneMatch(cell -> cell.contains(";")))
        .max(Comparator.comparingInt(ColumnProfile::distinctCount));
  }

  static boolean isChinese(ColumnProfile column) {
    return column.distinct().stream()
        .limit(20)
        .anyMatch(cell -> cell.codePoints().anyMatch(Character::isIdeographic));
  }

  /** The columns that gather districts: an id and a name that go together, or one that is both. */
  public List<ColumnProfile> group() {
    if (id.words().startsWith("city")) {
      return List.of();
    }
    List<ColumnProfile> groups =
        table.profiles().stream()
            .filter(column -> !column.equals(id) && GROUP.matcher(column.words()).matches())
            .filter(column -> column.distinctCount() <= MUCH * column.cells().size())
            .filter(column -> column.filled() >= MOSTLY * column.cells().size())
            .toList();
    for (ColumnProfile first : groups) {
      for (ColumnProfile second : groups) {
        if (!first.equals(second) && isPair(first, second) && names(first, second)) {
          return List.of(first, second);
        }
      }
    }
    return groups.isEmpty() ? List.of() : List.of(groups.get(0));
  }

  private static boolean isPair(ColumnProfile id, ColumnProfile name) {
    return (id.isNumeric() || DistrictCodes.KEY_WORD.matcher(id.words()).find())
        && !name.isNumeric()
        && !isChinese(name);
  }

  /** Whether each id goes with one name, and most names with one id. */
  private static boolean names(ColumnProfile id, ColumnProfile name) {
    Set<String> pairs = new HashSet<>();
    for (int i = 0; i < id.cells().size(); i++) {
      if (!id.cells().get(i).isEmpty()) {
        pairs.add(id.cells().get(i) + "\n" + name.cells().get(i));
      }
    }
    return pairs.size() == id.distinctCount() && name.distinctCount() > MUCH * pairs.size();
  }

  public Optional<ColumnProfile> neighbours() {
    return table.profiles().stream()
        .filter(column -> column.words().matches("neighbou?rs?.*|邻.*"))
        .findFirst();
  }
}
