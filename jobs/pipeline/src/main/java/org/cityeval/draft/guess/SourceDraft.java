package org.cityeval.draft.guess;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cityeval.draft.sample.ColumnProfile;
import org.cityeval.series.Family;
import org.cityeval.series.Quantity;

/**
 * What one table, or several of one kind, would be as a source.
 *
 * @param path of the file, or a glob for files that differ in their number alone
 * @param measures those it is to provide
 * @param notes what it could not become, or could besides
 */
public record SourceDraft(
    String name,
    String path,
    Table table,
    Optional<DayGuess.Span> span,
    Optional<KeyGuess> key,
    ShapeGuess shape,
    List<MeasureGuess> measures,
    List<String> notes) {
  private static final Pattern ISO_DAY = Pattern.compile("(20\\d{2}-[01]\\d-[0-3]\\d)");

  /** Drafts the source of a family of files. */
  static SourceDraft draft(FileFamily family, String name, Districts districts) {
    Table table = family.first();
    Optional<KeyGuess> key =
        KeyGuess.guess(table, districts.ids(), districts.idName(), districts.spellings());
    ShapeGuess shape = ShapeGuess.guess(table, key, districts.spellings());
    boolean placed =
        shape.shape() == ShapeGuess.Shape.WIDE_DISTRICTS
            || key.isPresent()
            || (place(table).isPresent() && districts.hasPolygons());
    List<String> notes = new ArrayList<>();
    List<MeasureGuess> measures = placed ? MeasureGuess.guess(table, shape, key) : List.of();
    if (shape.shape() == ShapeGuess.Shape.UNKNOWN) {
      notes.add(shape.why());
    } else if (!placed) {
      notes.add("no column speaks of the districts of the list");
    } else if (measures.isEmpty()) {
      notes.add("no word of it speaks of a measure of the vocabulary");
    }
    if (measures.isEmpty()) {
      OrderWords.told(table).ifPresent(notes::add);
    }
    return new SourceDraft(name, family.path(), table, family.span(), key, shape, measures, notes);
  }

  SourceDraft with(List<MeasureGuess> kept, List<String> furtherNotes) {
    List<String> all = new ArrayList<>(notes);
    all.addAll(furtherNotes);
    return new SourceDraft(name, path, table, span, key, shape, List.copyOf(kept), all);
  }

  public boolean isSource() {
    return !measures.isEmpty();
  }

  /** Whether it gives numbers day by day; orders are given when they change. */
  boolean isSeries() {
    return measures.stream().anyMatch(m -> m.quantity().family() != Family.POLICY);
  }

  public DayGuess.Step step() {
    return table.day().map(DayGuess::step).orElse(DayGuess.Step.DAY);
  }

  /** The day its path names, which may be the one it was published on. */
  public Optional<String> dayInPath() {
    Matcher matcher = ISO_DAY.matcher(path);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** Columns of numbers that no measure uses. */
  public List<String> unused() {
    Set<String> used = new LinkedHashSet<>(table.day().map(DayGuess::columns).orElse(Set.of()));
    key.ifPresent(guess -> used.add(guess.column().name()));
    measures.forEach(measure -> used.add(measure.value().replaceAll("^`|`$", "")));
    return table.columns(c -> c.isNumeric() && !used.contains(c.name())).stream()
        .map(ColumnProfile::name)
        .filter(column -> shape.headings().filter(h -> h.holds(column)).isEmpty())
        .toList();
  }

  /** The columns of longitude and latitude. */
  public static Optional<List<String>> place(Table table) {
    Optional<ColumnProfile> longitude =
        table
            .columns(c -> c.isNumeric() && c.words().matches("(.* )?(lon|long|lng|longitude|经度)"))
            .stream()
            .findFirst();
    Optional<ColumnProfile> latitude =
        table.columns(c -> c.isNumeric() && c.words().matches("(.* )?(lat|latitude|纬度)")).stream()
            .findFirst();
    return longitude.isPresent() && latitude.isPresent()
        ? Optional.of(List.of(longitude.get().name(), latitude.get().name()))
        : Optional.empty();
  }

  public boolean gives(Quantity quantity) {
    return measures.stream().anyMatch(measure -> measure.quantity() == quantity);
  }

  /**
   * What sources are told of the list: its ids, their heading, and how else districts are spelt.
   */
  record Districts(Set<String> ids, String idName, Set<String> spellings, boolean hasPolygons) {}
}
