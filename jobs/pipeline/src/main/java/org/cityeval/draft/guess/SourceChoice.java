package org.cityeval.draft.guess;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cityeval.series.Family;
import org.cityeval.series.Quantity;

/**
 * Which source gives a measure where several could. One that covers the span goes before one that
 * does not, of another measure of the family too: the shortest source ends the evaluation.
 */
final class SourceChoice {
  private static final double COVERS = 0.8;
  private static final double SHORT = 0.5;

  private final List<SourceDraft> sources;
  private final Optional<DayGuess.Span> span;

  private SourceChoice(List<SourceDraft> sources) {
    this.sources = sources;
    this.span = reference(sources);
  }

  /** The sources, each with the measures it is to give; the others are told of. */
  static List<SourceDraft> choose(List<SourceDraft> sources) {
    return new SourceChoice(sources).chosen();
  }

  /** The longest span of cases; without cases that of any daily source. */
  private static Optional<DayGuess.Span> reference(List<SourceDraft> sources) {
    Comparator<SourceDraft> order =
        Comparator.comparing((SourceDraft source) -> source.gives(Quantity.NEW_CASES))
            .thenComparing(source -> days(source.span().orElseThrow()));
    return sources.stream()
        .filter(source -> source.isSeries() && source.step() == DayGuess.Step.DAY)
        .filter(source -> source.span().isPresent())
        .max(order)
        .flatMap(SourceDraft::span);
  }

  private static long days(DayGuess.Span span) {
    return ChronoUnit.DAYS.between(span.first(), span.last()) + 1;
  }

  private double covered(SourceDraft source) {
    if (span.isEmpty() || source.span().isEmpty()) {
      return 1;
    }
    return source.span().get().common(span.get()).map(SourceChoice::days).orElse(0L)
        / (double) days(span.get());
  }

  private List<SourceDraft> chosen() {
    Map<Quantity, SourceDraft> best = new LinkedHashMap<>();
    for (SourceDraft source : sources) {
      for (MeasureGuess measure : source.measures()) {
        Comparator<SourceDraft> order = order(measure.quantity());
        best.merge(measure.quantity(), source, (a, b) -> order.compare(b, a) < 0 ? b : a);
      }
    }
    return sources.stream().map(source -> keeping(source, best)).toList();
  }

  private SourceDraft keeping(SourceDraft source, Map<Quantity, SourceDraft> best) {
    List<MeasureGuess> kept = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (MeasureGuess measure : source.measures()) {
      SourceDraft owner = best.get(measure.quantity());
      Optional<SourceDraft> longer = longer(source, measure.quantity(), best);
      if (!owner.equals(source)) {
        notes.add(
            measure.value()
                + " is "
                + measure.quantity().column()
                + " too, taken from "
                + owner.name());
      } else if (longer.isPresent()) {
        notes.add(
            String.format(
                Locale.ROOT,
                "%s is %s, but reaches %.0f %% of the days; %s covers them",
                measure.value(),
                measure.quantity().column(),
                100 * covered(source),
                longer.get().name()));
      } else {
        kept.add(measure);
      }
    }
    return source.with(kept, notes);
  }

  /** A source of the same family that covers the span, where this one is short of it. */
  private Optional<SourceDraft> longer(
      SourceDraft source, Quantity quantity, Map<Quantity, SourceDraft> best) {
    if (!source.isSeries() || covered(source) >= SHORT || quantity.family() == Family.POLICY) {
      return Optional.empty();
    }
    return best.entrySet().stream()
        .filter(entry -> entry.getKey().family() == quantity.family())
        .map(Map.Entry::getValue)
        .filter(other -> other.step() == DayGuess.Step.DAY && covered(other) >= COVERS)
        .findFirst();
  }

  private Comparator<SourceDraft> order(Quantity quantity) {
    return Comparator.comparing((SourceDraft s) -> s.step())
        .thenComparing(s -> covered(s) < COVERS)
        .thenComparing(s -> s.dayInPath().isPresent())
        .thenComparing(s -> isMade(s, quantity))
        .thenComparing(s -> s.shape().shape() == ShapeGuess.Shape.EVENTS)
        .thenComparing(s -> -s.table().sample().records());
  }

  /** Whether its numbers are means already, where another file may hold what was counted. */
  private static boolean isMade(SourceDraft source, Quantity quantity) {
    return source.measures().stream()
        .filter(measure -> measure.quantity() == quantity)
        .anyMatch(measure -> measure.smoothing().filter(s -> s.days() > 1).isPresent());
  }
}
