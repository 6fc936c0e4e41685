package org.cityeval.draft.guess;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cityeval.draft.sample.ColumnProfile;
import org.cityeval.series.Quantity;

/**
 * A column read as a measure.
 *
 * @param aggregate how events become a number, for events only
 */
public record MeasureGuess(
    Quantity quantity,
    String value,
    String why,
    KindGuess kind,
    Optional<SmoothingGuess> smoothing,
    Optional<String> aggregate) {

  /** The measures of a table, at most one column for each. */
  static List<MeasureGuess> guess(Table table, ShapeGuess shape, Optional<KeyGuess> key) {
    return switch (shape.shape()) {
      case LONG -> ofColumns(table, key.orElseThrow());
      case WIDE_DATES -> ofCells(table);
      case WIDE_DISTRICTS -> ofHeadings(table, shape.headings().orElseThrow());
      case EVENTS -> ofEvents(table);
      case UNKNOWN -> List.of();
    };
  }

  private static List<MeasureGuess> ofColumns(Table table, KeyGuess key) {
    Set<String> used = table.day().orElseThrow().columns();
    Map<Quantity, ColumnProfile> chosen = new LinkedHashMap<>();
    for (ColumnProfile column :
        table.columns(c -> c.isNumeric() && !used.contains(c.name()) && !c.equals(key.column()))) {
      Optional<MeasureWords.Said> said = MeasureWords.find(column, OrderWords.areIn(table));
      said.map(MeasureWords.Said::quantity)
          .ifPresent(quantity -> chosen.merge(quantity, column, MeasureGuess::better));
    }
    List<MeasureGuess> guesses = new ArrayList<>();
    chosen.forEach(
        (quantity, column) ->
            guesses.add(
                guess(
                    quantity,
                    Sql.column(column.name()),
                    "the heading says "
                        + MeasureWords.find(column, OrderWords.areIn(table)).orElseThrow().word(),
                    DistrictSeries.of(table.day().orElseThrow(), key.column(), column),
                    column.words(),
                    table.day().orElseThrow().step() == DayGuess.Step.DAY)));
    return smoothedAlike(guesses);
  }

  /**
   * What one file publishes is smoothed alike: a clear window speaks for its unclear neighbours.
   */
  private static List<MeasureGuess> smoothedAlike(List<MeasureGuess> guesses) {
    Optional<MeasureGuess> clear =
        guesses.stream()
            .filter(g -> g.smoothing.filter(s -> s.certain() && s.days() > 1).isPresent())
            .findFirst();
    return guesses.stream().map(guess -> clear.map(guess::smoothedLike).orElse(guess)).toList();
  }

  private MeasureGuess smoothedLike(MeasureGuess other) {
    boolean unclear =
        smoothing.filter(s -> !s.showsWeek() && (s.days() == 1 || !s.certain())).isPresent();
    return unclear && quantity.family() == other.quantity.family()
        ? new MeasureGuess(
            quantity,
            value,
            why,
            kind,
            Optional.of(smoothing.get().like(other.smoothing.orElseThrow(), other.value)),
            aggregate)
        : this;
  }

  private static ColumnProfile better(ColumnProfile first, ColumnProfile second) {
    Comparator<ColumnProfile> order =
        Comparator.comparingInt((ColumnProfile c) -> MeasureWords.rank(c.words()))
            .thenComparingInt(c -> -Math.min(c.distinctCount(), 100))
            .thenComparingInt(c -> c.name().length());
    return order.compare(second, first) < 0 ? second : first;
  }

  private static List<MeasureGuess> ofCells(Table table) {
    return MeasureWords.find(table.words())
        .map(
            said ->
                List.of(
                    guess(
                        said.quantity(),
                        "value",
                        "the file's name says " + said.word(),
                        DistrictSeries.across(table.sample(), table.headings().orElseThrow()),
                        table.words(),
                        true)))
        .orElse(List.of());
  }

  private static List<MeasureGuess> ofHeadings(Table table, ShapeGuess.DistrictHeadings headings) {
    String words =
        (ColumnProfile.words(headings.prefix() + " " + headings.suffix()) + " " + table.words())
            .strip();
    List<ColumnProfile> columns = table.columns(column -> headings.holds(column.name()));
    return MeasureWords.find(words)
        .map(
            said ->
                List.of(
                    guess(
                        said.quantity(),
                        "value",
                        "headings or file name say " + said.word(),
                        DistrictSeries.of(table.day().orElseThrow(), columns),
                        words,
                        table.day().orElseThrow().step() == DayGuess.Step.DAY)))
        .orElse(List.of());
  }

  private static List<MeasureGuess> ofEvents(Table table) {
    return MeasureWords.events(table.sample().columns(), table.path())
        .map(
            meaning ->
                List.of(
                    new MeasureGuess(
                        meaning.quantity(),
                        "1",
                        meaning.why(),
                        new KindGuess(
                            meaning.kind(), Optional.empty(), "events of a day are counted"),
                        Optional.empty(),
                        Optional.of("count"))))
        .orElse(List.of());
  }

  private static MeasureGuess guess(
      Quantity quantity,
      String value,
      String why,
      DistrictSeries series,
      String words,
      boolean daily) {
    KindGuess kind = KindGuess.guess(quantity, series, words);
    boolean smooth = !List.of("cumulative_count", "grade").contains(kind.kind());
    return new MeasureGuess(
        quantity,
        value,
        why,
        kind,
        daily && smooth ? Optional.of(SmoothingGuess.guess(series)) : Optional.empty(),
        Optional.empty());
  }
}
