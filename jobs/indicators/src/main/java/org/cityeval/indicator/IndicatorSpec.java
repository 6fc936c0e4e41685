package org.cityeval.indicator;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.cityeval.series.Level;
import org.cityeval.series.Quantity;
import org.cityeval.series.Unit;

/**
 * The published definition of an indicator. The catalogue page, the dimension table, the column
 * comments and the report are printed from it.
 *
 * @param id the short id of the catalogue, such as {@code E4}
 * @param name snake_case name, such as {@code resumption_loss_area}
 * @param plainly what it says, in a sentence without terms of the field
 * @param better for which levels it is computed, and which way is better for the rows of each
 * @param reads the quantities it is handed; it sees no others
 * @param readsRequests whether it is handed the service requests instead
 * @param leadIn which days before the period it is handed too
 * @param countUse what it tells of the counts of persons that it reads
 * @param formula in symbols
 * @param uncertainty how its interval is found, in a sentence, and why there is none at the levels
 *     where a value is exact
 * @param exact levels whose values are exact: they have no interval, and none is lacking
 * @param methodVersion raised when a change of method changes values
 */
public record IndicatorSpec(
    String id,
    String name,
    Title title,
    Plainly plainly,
    Dimension dimension,
    Unit unit,
    Map<Level, Direction> better,
    Set<Quantity> reads,
    boolean readsRequests,
    LeadIn leadIn,
    CountUse countUse,
    String definition,
    String formula,
    String uncertainty,
    Set<Level> exact,
    List<String> citations,
    int methodVersion)
    implements Serializable {

  /** A sentence for everyone, in the two languages of the catalogue. */
  public record Plainly(String english, String chinese) implements Serializable {}

  /** A title in the two languages of the catalogue. */
  public record Title(String english, String chinese) implements Serializable {}

  public IndicatorSpec {
    if (!id.matches("[A-Z][0-9]+")) {
      throw new IllegalArgumentException("Indicator id is not a letter and a number: " + id);
    }
    if (!name.matches("[a-z][a-z0-9]*(_[a-z0-9]+)*")) {
      throw new IllegalArgumentException("Indicator name is not snake_case: " + name);
    }
    if (citations.isEmpty() || definition.isBlank() || formula.isBlank()) {
      throw new IllegalArgumentException(
          "Indicator " + id + " lacks a citation, a definition or a formula");
    }
    if (uncertainty.isBlank()) {
      throw new IllegalArgumentException(
          "Indicator " + id + " says neither how its interval is found nor why it is exact");
    }
    if (!better.keySet().containsAll(exact)) {
      throw new IllegalArgumentException("Indicator " + id + " has exact rows of no level");
    }
    if (reads.isEmpty() != readsRequests) {
      throw new IllegalArgumentException(
          "Indicator " + id + " reads either daily quantities or service requests");
    }
    exact = Collections.unmodifiableSet(new LinkedHashSet<>(exact));
    better = Collections.unmodifiableMap(new LinkedHashMap<>(better));
    reads = Collections.unmodifiableSet(new LinkedHashSet<>(reads));
    citations = List.copyOf(citations);
  }

  /** The levels it is computed for, in the order of the definition. */
  public Set<Level> levels() {
    return better.keySet();
  }

  /**
   * Which way is better for rows of a level.
   *
   * @throws IllegalArgumentException for a level that it is not computed for
   */
  public Direction better(Level level) {
    Direction direction = better.get(level);
    if (direction == null) {
      throw new IllegalArgumentException(id + " is not computed for rows of a " + level.id());
    }
    return direction;
  }

  /** Whether rows of a level are scored: those of a level it has, with a good direction. */
  public boolean isScored(Level level) {
    return better.containsKey(level) && better(level) != Direction.CONTEXT;
  }

  public static Builder of(String id, String name) {
    return new Builder(id, name);
  }

  /** Collects the parts of a spec in the order a reader wants them. */
  public static final class Builder {
    private final String id;
    private final String name;
    private Title title = new Title("", "");
    private Plainly plainly = new Plainly("", "");
    private Dimension dimension = Dimension.EFFICIENCY;
    private Unit unit = Unit.RATIO;
    private Direction better = Direction.HIGHER;
    private Set<Level> levels = Set.of(Level.DISTRICT);
    private Set<Level> context = Set.of();
    private Set<Quantity> reads = Set.of();
    private boolean readsRequests;
    private LeadIn leadIn = LeadIn.NONE;
    private CountUse countUse;
    private String definition = "";
    private String formula = "";
    private String uncertainty = "";
    private Set<Level> exact = Set.of();
    private List<String> citations = List.of();
    private int methodVersion = 1;

    private Builder(String id, String name) {
      this.id = id;
      this.name = name;
    }

    public Builder title(String english, String chinese) {
      this.title = new Title(english, chinese);
      return this;
    }

    /** Says in a sentence what a value means, without terms of the field. */
    public Builder plainly(String english, String chinese) {
      this.plainly = new Plainly(english, chinese);
      return this;
    }

    public Builder dimension(Dimension of) {
      this.dimension = of;
      return this;
    }

    public Builder unit(Unit in) {
      this.unit = in;
      return this;
    }

    public Builder better(Direction towards) {
      this.better = towards;
      return this;
    }

    public Builder levels(Level... of) {
      this.levels = new LinkedHashSet<>(List.of(of));
      return this;
    }

    /** Levels whose rows are published but never scored. */
    public Builder context(Level... of) {
      this.context = new LinkedHashSet<>(List.of(of));
      return this;
    }

    public Builder reads(Quantity... quantities) {
      this.reads = new LinkedHashSet<>(List.of(quantities));
      return this;
    }

    public Builder readsRequests() {
      this.readsRequests = true;
      return this;
    }

    /** Hands over days before the period too, where the evaluation has them. */
    public Builder leadIn(LeadIn before) {
      this.leadIn = before;
      return this;
    }

    /** Says that it tells less of the counts it reads than their total. */
    public Builder tellsOfCounts(CountUse use) {
      this.countUse = use;
      return this;
    }

    /** Numbers in the text are arguments, so that the text follows the code. */
    @FormatMethod
    public Builder definition(@FormatString String text, Object... numbers) {
      this.definition = String.format(Locale.ROOT, text, numbers);
      return this;
    }

    public Builder formula(String symbols) {
      this.formula = symbols;
      return this;
    }

    public Builder uncertainty(String method) {
      this.uncertainty = method;
      return this;
    }

    /** Adds to {@link #uncertainty} why values of some levels are exact. */
    public Builder exact(String reason, Level... of) {
      this.exact = new LinkedHashSet<>(List.of(of));
      String who = String.join(", ", this.exact.stream().map(Level::id).toList());
      this.uncertainty =
          (uncertainty.isEmpty() ? "" : uncertainty + " ") + "Exact (" + who + "): " + reason;
      return this;
    }

    public Builder cites(String... works) {
      this.citations = List.of(works);
      return this;
    }

    public Builder methodVersion(int version) {
      this.methodVersion = version;
      return this;
    }

    public IndicatorSpec build() {
      if (!levels.containsAll(context)) {
        throw new IllegalArgumentException("Indicator " + id + " has context rows of no level");
      }
      Map<Level, Direction> directions = new LinkedHashMap<>();
      levels.forEach(
          level -> directions.put(level, context.contains(level) ? Direction.CONTEXT : better));
      return new IndicatorSpec(
          id,
          name,
          title,
          plainly,
          dimension,
          unit,
          directions,
          reads,
          readsRequests,
          leadIn,
          countUse == null ? CountUse.ofReading(reads) : countUse,
          definition,
          formula,
          uncertainty,
          exact,
          citations,
          methodVersion);
    }
  }
}
