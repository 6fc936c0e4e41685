package org.cityeval.draft.guess;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cityeval.draft.sample.ColumnProfile;
import org.cityeval.draft.sample.DistrictCodes;

/**
 * Which column of a table says the district, and how its spellings become ids.
 *
 * @param how whether they are ids, codes written otherwise, or names
 * @param strangers how many distinct spellings stand for no district of the list
 * @param affixes what it writes around the names of districts; none where it does not
 */
public record KeyGuess(
    ColumnProfile column, How how, int strangers, List<Affix> affixes, String why) {
  private static final double MUCH = 0.5;
  private static final double ONCE = 1.1;

  /** Less than codes: a name may be that of two districts. */
  private static final double BY_NAME = 0.3;

  private static final double SOME = 0.3;
  private static final double NAMED_ALIKE = 0.6;
  private static final double KEY_WORD = 0.25;

  /** Where a row has an origin and a destination, the first of the two is meant. */
  private static final double A_LITTLE = 0.15;

  /** What a key needs to become an id. */
  public enum How {
    AS_IT_IS,
    CODES_WRITTEN_OTHERWISE,
    SPELLINGS,
    UNKNOWN
  }

  /**
   * The key of a table.
   *
   * @param ids of the list, none where there is no list
   * @param idName the heading of the ids
   * @param spellings other spellings of districts
   */
  static Optional<KeyGuess> guess(
      Table table, Set<String> ids, String idName, Set<String> spellings) {
    Set<String> used = table.day().map(DayGuess::columns).orElse(Set.of());
    Map<ColumnProfile, Double> scores =
        table.columns(c -> c.isCode() && !used.contains(c.name())).stream()
            .filter(
                column -> DayNotation.find(column.distinct()).filter(DayNotation::timed).isEmpty())
            .collect(
                Collectors.toMap(
                    c -> c,
                    c -> {
                      double score = score(c, ids, idName, spellings);
                      return score > 0 ? score + alone(c, table.day()) : 0;
                    }));
    double best = 0;
    ColumnProfile chosen = null;
    for (ColumnProfile column : table.profiles()) {
      double score = scores.getOrDefault(column, 0.0);
      if (score > best + A_LITTLE) {
        best = score;
        chosen = column;
      }
    }
    return best < MUCH ? Optional.empty() : Optional.of(described(chosen, ids, spellings));
  }

  /** A key that stands once a day is the key; one that stands often gathers what is meant. */
  private static double alone(ColumnProfile column, Optional<DayGuess> day) {
    return day.filter(d -> d.recordsPerDay(Optional.of(column)) <= ONCE).isPresent()
            && day.get().recordsPerDay(Optional.empty()) > ONCE
        ? SOME
        : 0;
  }

  private static double score(
      ColumnProfile column, Set<String> ids, String idName, Set<String> spellings) {
    Set<String> spoken = column.codes();
    boolean keyed = DistrictCodes.KEY_WORD.matcher(column.words()).find();
    if (ids.isEmpty()) {
      return keyed && column.distinctCount() > 1 ? MUCH : 0;
    }
    Set<String> known = DistrictCodes.plain(ids);
    boolean alike = column.words().equals(ColumnProfile.words(idName));
    double forward = DistrictCodes.covered(spoken, known);
    double backward = DistrictCodes.covered(known, spoken);
    double byCode = forward * MUCH + backward * MUCH;
    if (alike) {
      return forward > SOME || backward > MUCH ? byCode + NAMED_ALIKE : 0;
    }
    double bySpelling =
        DistrictCodes.covered(spoken, spellings) > MUCH
                || (!column.isNumeric() && Affix.spelt(column, spellings) >= MUCH * ids.size())
            ? BY_NAME
            : 0;
    // Counts of passengers and codes of payment are small numbers too.
    boolean apart = backward >= SOME || (keyed && backward > 0 && forward > MUCH);
    double matching = Math.max(apart ? byCode : 0, bySpelling);
    // What is called a region and names none of the districts says nothing of them.
    return matching > 0 && keyed ? matching + KEY_WORD : matching;
  }

  private static KeyGuess described(ColumnProfile column, Set<String> ids, Set<String> spellings) {
    Set<String> spoken = column.distinct();
    if (ids.isEmpty()) {
      return new KeyGuess(
          column, How.UNKNOWN, 0, List.of(), "by its heading; there is no list to hold it against");
    }
    int exact = (int) spoken.stream().filter(ids::contains).count();
    Set<String> known = DistrictCodes.plain(ids);
    int alike = (int) spoken.stream().filter(s -> known.contains(DistrictCodes.plain(s))).count();
    int spelt =
        (int) spoken.stream().filter(s -> spellings.contains(DistrictCodes.plain(s))).count();
    List<Affix> affixes = Affix.find(column, spellings);
    int around = Affix.spelt(column, spellings);
    if (Math.max(spelt, around) > alike) {
      boolean isAround = around > spelt;
      return new KeyGuess(
          column,
          How.SPELLINGS,
          spoken.size() - Math.max(spelt, around),
          isAround ? affixes : List.of(),
          Math.max(spelt, around)
              + " of its "
              + spoken.size()
              + " values are spellings of districts"
              + (isAround ? ", with " + affixes.get(0).shown() : ""));
    }
    return new KeyGuess(
        column,
        alike > exact ? How.CODES_WRITTEN_OTHERWISE : How.AS_IT_IS,
        spoken.size() - alike,
        List.of(),
        alike
            + " of its "
            + spoken.size()
            + " values are districts of the list"
            + (alike > exact ? ", written otherwise (" + example(spoken, ids) + ")" : ""));
  }

  /** Whether most of what it names is elsewhere: districts among those of a country. */
  public boolean isMostlyElsewhere() {
    return how != How.UNKNOWN && strangers > MUCH * column.distinctCount();
  }

  private static String example(Set<String> spoken, Set<String> ids) {
    Set<String> known = DistrictCodes.plain(ids);
    return new TreeSet<>(spoken)
        .stream()
            .filter(text -> !ids.contains(text) && known.contains(DistrictCodes.plain(text)))
            .findFirst()
            .orElse("");
  }

  /** A list of spellings: one column spells, another gives an id of the list of districts. */
  public record SpellingList(Table table, ColumnProfile spelling, ColumnProfile id) {
    static Optional<SpellingList> of(List<Table> tables, DistrictListGuess districts) {
      Set<String> ids = districts.id().distinct();
      for (Table table : tables) {
        if (table.isDated() || table.equals(districts.table())) {
          continue;
        }
        List<ColumnProfile> idColumns =
            table.columns(
                c -> !c.isUnique() && DistrictCodes.covered(c.distinct(), ids) > 1 - SOME);
        List<ColumnProfile> texts =
            table.columns(c -> !c.isNumeric() && c.distinctCount() > (1 - SOME) * c.filled());
        if (!idColumns.isEmpty() && !texts.isEmpty() && !texts.get(0).equals(idColumns.get(0))) {
          return Optional.of(new SpellingList(table, texts.get(0), idColumns.get(0)));
        }
      }
      return Optional.empty();
    }
  }
}
