package org.cityeval.report.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cityeval.indicator.Dimension;
import org.cityeval.indicator.Indicator;
import org.cityeval.indicator.IndicatorSpec;
import org.cityeval.indicator.Indicators;
import org.cityeval.report.data.ReportData;

/** The sections that do not change with a choice: facts, data quality, method. */
public final class Sections {
  /** Outcomes of checks on which nobody has said anything. */
  private static final Set<String> VERDICTS = Set.of("passed", "failed");

  private static final List<String> DIMENSIONS =
      Arrays.stream(Dimension.values()).map(Dimension::id).toList();

  private static final Pattern OUTCOME = Pattern.compile("([a-z_]+) (\\d+)");

  private final ReportData data;
  private final Subjects subjects;

  public Sections(ReportData data, Subjects subjects) {
    this.data = data;
    this.subjects = subjects;
  }

  /**
   * A named fact.
   *
   * @param textZh what it says in Chinese; null where the page translates it, or nobody did
   */
  public record Fact(String name, String text, String textZh) {
    public Fact(String name, String text) {
      this(name, text, null);
    }
  }

  /** A row of a table of fixed content. */
  public record Line(String head, List<String> cells) {}

  /** One indicator on the method page. */
  record Method(
      String id,
      String title,
      String titleZh,
      String dimension,
      String dimensionZh,
      String better,
      List<Fact> facts,
      boolean measured) {}

  /** What was evaluated, in facts. */
  public List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new Fact(
            "Evaluated",
            Wording.count(data.scope().districts().size(), "district")
                + " of "
                + Wording.list(
                    data.scope().cities().stream().map(c -> subjects.name(c.id())).toList())));
    data.scope().periods().stream()
        .filter(period -> period.kind().equals("span"))
        .findFirst()
        .ifPresent(p -> facts.add(new Fact("Span", Wording.span(p.first(), p.last()))));
    facts.add(new Fact("Data as of", Wording.day(data.publication().asOf())));
    long withValue =
        data.results().values().stream().filter(v -> v.estimate().status().equals("ok")).count();
    facts.add(
        new Fact(
            "Indicator values",
            withValue
                + " measured of "
                + data.results().values().size()
                + "; the rest say why not"));
    return facts;
  }

  /** Records by what became of them, as the run's record equation counted them. */
  public List<Line> outcomes() {
    List<Line> lines = new ArrayList<>();
    data.quality().checks().stream()
        .filter(check -> check.name().equals("record equation"))
        .forEach(
            check -> {
              Matcher outcome = OUTCOME.matcher(check.observed());
              while (outcome.find()) {
                lines.add(
                    new Line(
                        outcome.group(1).replace('_', ' '),
                        List.of(Wording.count(Long.parseLong(outcome.group(2)), "record"))));
              }
            });
    return lines;
  }

  public List<Line> checks() {
    return data.quality().checks().stream()
        .filter(check -> VERDICTS.contains(check.outcome()))
        .sorted(
            Comparator.comparing((ReportData.Check check) -> check.outcome().equals("passed"))
                .thenComparing(ReportData.Check::name))
        .map(
            check ->
                new Line(
                    CheckNames.readable(check.name(), subjects),
                    List.of(
                        (check.outcome().equals("passed") ? "✓ " : "✗ ") + check.outcome(),
                        check.severity(),
                        text(check.observed())
                            + (check.detail() == null ? "" : ". " + check.detail()),
                        text(check.expected()))))
        .toList();
  }

  /** What someone left out, or answers for: what was found, and who says why. */
  public List<Line> declared(String outcome) {
    return data.quality().checks().stream()
        .filter(check -> check.outcome().equals(outcome))
        .map(
            check ->
                new Line(
                    CheckNames.readable(check.name(), subjects),
                    List.of(text(check.observed()), text(check.detail()))))
        .toList();
  }

  public List<Line> refused() {
    return data.quality().refused().stream()
        .map(
            refused ->
                new Line(
                    refused.sourceId(),
                    List.of(
                        refused.reasonCode().replace('_', ' '),
                        Wording.count(refused.records(), "record"),
                        text(refused.example()))))
        .toList();
  }

  public List<Line> coverage() {
    return data.quality().observed().stream()
        .map(
            observed ->
                new Line(
                    subjects.name(observed.districtId()),
                    List.of(
                        String.valueOf(observed.days()),
                        share(observed.cases(), observed.days()),
                        share(observed.mobility(), observed.days()),
                        share(observed.enterprise(), observed.days()))))
        .toList();
  }

  /** Days and their share; 0 days is said in words, for it means that the lake has none. */
  private static String share(long observed, long days) {
    return observed == 0
        ? "none observed"
        : observed + " (" + Wording.percent((double) observed / days) + ")";
  }

  /** What the lake lacks: reasons of missing_input, with the indicators each one silences. */
  public List<Line> lacking() {
    Map<String, Set<String>> byReason = new TreeMap<>();
    Map<String, Set<String>> units = new TreeMap<>();
    for (ReportData.Value value : data.results().values()) {
      if (value.estimate().status().equals("missing_input")) {
        String why = Wording.status(value.estimate());
        byReason.computeIfAbsent(why, k -> new TreeSet<>()).add(value.indicatorId());
        units.computeIfAbsent(why, k -> new LinkedHashSet<>()).add(value.unitId());
      }
    }
    return byReason.entrySet().stream()
        .map(
            entry ->
                new Line(
                    entry.getKey(),
                    List.of(
                        String.join(", ", entry.getValue()),
                        String.valueOf(units.get(entry.getKey()).size()))))
        .toList();
  }

  /** The numbers in force, by what they are. */
  public List<Line> parameters() {
    return ParameterLines.of(
        data.results().values().stream()
            .map(value -> value.support().parameters())
            .filter(Objects::nonNull)
            .distinct()
            .toList());
  }

  public List<Method> methods() {
    Set<String> measured = new TreeSet<>();
    for (ReportData.Value value : data.results().values()) {
      if (value.estimate().status().equals("ok")) {
        measured.add(value.indicatorId());
      }
    }
    return ordered(data.scope().indicators())
        .map(i -> method(i, measured.contains(i.id())))
        .toList();
  }

  /** By dimension, in the order of the frame, then by id. */
  static Stream<ReportData.Indicator> ordered(List<ReportData.Indicator> indicators) {
    return indicators.stream()
        .sorted(
            Comparator.comparingInt((ReportData.Indicator i) -> DIMENSIONS.indexOf(i.dimension()))
                .thenComparing(ReportData.Indicator::id));
  }

  private static String dimension(String id, Function<Dimension, String> title) {
    return Arrays.stream(Dimension.values())
        .filter(known -> known.id().equals(id))
        .map(title)
        .findFirst()
        .orElse(id);
  }

  /** What an indicator means, for everyone; of one that this program does not know, nothing. */
  private static Stream<Fact> plainly(String id) {
    return Indicators.ALL.stream()
        .map(Indicator::spec)
        .filter(spec -> spec.id().equals(id))
        .map(IndicatorSpec::plainly)
        .map(said -> new Fact("In plain words", said.english(), said.chinese()));
  }

  private static Method method(ReportData.Indicator indicator, boolean isMeasured) {
    return new Method(
        indicator.id(),
        indicator.title(),
        indicator.titleZh(),
        dimension(indicator.dimension(), Dimension::title),
        dimension(indicator.dimension(), Dimension::titleZh),
        Wording.better(indicator.better()),
        Stream.concat(plainly(indicator.id()), defined(indicator)).toList(),
        isMeasured);
  }

  private static Stream<Fact> defined(ReportData.Indicator indicator) {
    return Stream.of(
        new Fact("Definition", text(indicator.definition())),
        new Fact("Formula", text(indicator.formula())),
        new Fact("Unit", unit(indicator)),
        new Fact("Uncertainty", text(indicator.uncertainty())),
        new Fact("Computed for", String.join(", ", indicator.better().keySet())),
        new Fact("Reads", text(indicator.reads()).replace(",", ", ")),
        new Fact("Source", text(indicator.citations())),
        new Fact("Version of the method", String.valueOf(indicator.methodVersion())));
  }

  private static String unit(ReportData.Indicator indicator) {
    return indicator.unit().equals("1")
        ? "ratio"
        : Words.en("unit", indicator.unit())
            + (indicator.perResident() ? "; compared, and shown here, per resident" : "");
  }

  private static String text(String text) {
    return text == null || text.isBlank() ? "not stated" : text;
  }
}
