package org.cityeval.draft;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cityeval.draft.guess.DayGuess;
import org.cityeval.draft.guess.LakeDraft;
import org.cityeval.draft.guess.MeasureGuess;
import org.cityeval.draft.guess.OrderWords;
import org.cityeval.draft.guess.Table;
import org.cityeval.series.Family;
import org.cityeval.series.Quantity;
import org.cityeval.series.Unit;

/** Prints a draft as a config; the districts and the sources have printers of their own. */
public final class DraftConfig {
  /** Mobility that rises when the others fall, or follows the season. */
  private static final List<Quantity> NOT_RESTRICTED =
      List.of(Quantity.MOBILITY_PARKS_CHANGE, Quantity.MOBILITY_RESIDENTIAL_CHANGE);

  private static final List<Quantity> ENTERPRISE_ORDER =
      List.of(
          Quantity.ENTERPRISE_REVENUE_CHANGE,
          Quantity.ENTERPRISE_OUTPUT_CHANGE,
          Quantity.ENTERPRISE_SPENDING_CHANGE,
          Quantity.ENTERPRISE_OPEN_CHANGE,
          Quantity.ENTERPRISE_EMPLOYMENT_CHANGE);

  private static final int BASELINE_DAYS = 28;

  private final LakeDraft draft;
  private final YamlLines lines = new YamlLines();

  private DraftConfig(LakeDraft draft) {
    this.draft = draft;
  }

  /** The config as text. */
  public static String print(LakeDraft draft) {
    return new DraftConfig(draft).print();
  }

  private String print() {
    lines
        .remark(
            0,
            "A first config, drafted by `cityeval init` from samples of the files. It is a start,"
                + " not a finding:")
        .remark(
            0,
            "read each line marked \"guessed\" (with what it rests on), decide each marked"
                + " \"DECIDE\", then run")
        .remark(
            0, "`cityeval check --config` on it. Every key is explained in conf/reference.yaml.");
    evaluation();
    lines.blank();
    new DraftDistricts(draft, lines).print();
    lines.blank();
    new DraftSources(draft, lines).print();
    new DraftDistricts(draft, lines).crosswalks();
    baselines();
    panel();
    rest();
    return lines.toString();
  }

  private void evaluation() {
    String id =
        draft
            .name()
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+|-+$", "");
    lines
        .open(0, "evaluation")
        .guessed(1, "id", id.isEmpty() ? "draft" : YamlLines.scalar(id), "the name of the folder")
        .unknown(1, "title", YamlLines.scalar(draft.name()), "a title for people");
    Optional<DayGuess.Span> overlap = draft.overlap();
    if (overlap.isPresent()) {
      String why = "the days that every daily source below reaches";
      lines
          .guessed(1, "first_day", overlap.get().first().toString(), why)
          .guessed(1, "last_day", overlap.get().last().toString(), why);
    } else {
      DayGuess.Span any =
          draft.sources().stream()
              .flatMap(source -> source.span().stream())
              .findFirst()
              .orElse(new DayGuess.Span(LocalDate.of(2020, 1, 1), LocalDate.of(2020, 12, 31)));
      String unclear = "the daily sources have no day in common";
      lines
          .unknown(1, "first_day", any.first().toString(), unclear)
          .unknown(1, "last_day", any.last().toString(), unclear);
    }
  }

  private void baselines() {
    Optional<DayGuess.Span> window = window();
    if (window.isEmpty()) {
      return;
    }
    lines
        .blank()
        .open(0, "baselines")
        .open(1, DraftSources.BASELINE)
        .unknown(
            2,
            "first_day",
            window.get().first().toString(),
            "choose days before the emergency; these are only the first four weeks of the levels")
        .sure(2, "last_day", window.get().last().toString())
        .guessed(2, "method", "weekday_median", "four weeks hold each weekday four times")
        .unknown(2, "pre_period", "true", "false if the emergency had begun");
  }

  private Optional<DayGuess.Span> window() {
    return draft.sources().stream()
        .filter(source -> source.measures().stream().anyMatch(DraftConfig::needsBaseline))
        .flatMap(source -> source.span().stream())
        .reduce((one, other) -> one.first().isAfter(other.first()) ? one : other)
        .map(span -> new DayGuess.Span(span.first(), span.first().plusDays(BASELINE_DAYS - 1)));
  }

  static boolean needsBaseline(MeasureGuess measure) {
    return measure.kind().kind().equals("level") && measure.quantity().unit() == Unit.CHANGE;
  }

  private void panel() {
    List<String> mobility =
        mapped(Family.MOBILITY).stream()
            .filter(quantity -> !NOT_RESTRICTED.contains(quantity))
            .map(Quantity::column)
            .toList();
    Optional<Quantity> enterprise = ENTERPRISE_ORDER.stream().filter(this::isMapped).findFirst();
    lines.blank().open(0, "panel");
    if (mobility.isEmpty()) {
      lines.unknown(1, "mobility", "[]", "no measure of mobility was found");
    } else {
      lines.guessed(
          1,
          "mobility",
          YamlLines.list(mobility),
          "all of mobility but parks and homes, which do not fall alike");
    }
    if (enterprise.isEmpty()) {
      lines.unknown(1, "enterprise", "[]", "no measure of enterprises was found");
    } else {
      lines.guessed(
          1,
          "enterprise",
          "[" + enterprise.get().column() + "]",
          "the nearest to output among those found");
    }
    if (isMapped(Quantity.ENTERPRISE_OPEN_CHANGE)
        && enterprise.get() != Quantity.ENTERPRISE_OPEN_CHANGE) {
      lines.guessed(
          1,
          "work_resumption",
          "{rate: enterprise_open_change, production: " + enterprise.get().column() + "}",
          "enterprises open, and what they make");
    }
    if (!isMapped(Quantity.NEW_CASES)) {
      lines.remark(
          1, "DECIDE: no source gives new_cases; indicators of the epidemic will be missing");
    }
  }

  private boolean isMapped(Quantity quantity) {
    return draft.sources().stream().anyMatch(source -> source.gives(quantity));
  }

  private List<Quantity> mapped(Family family) {
    return Quantity.measures().stream()
        .filter(quantity -> quantity.family() == family && isMapped(quantity))
        .toList();
  }

  /** The files of which nothing came: none is dropped in silence. */
  private void rest() {
    List<String> told = new ArrayList<>();
    draft
        .sources()
        .forEach(
            source -> {
              if (!source.isSource()) {
                told.add(source.path() + ": " + DraftSources.description(source));
              }
            });
    for (Table list : draft.lists()) {
      told.add(
          list.path()
              + ": "
              + list.sample().records()
              + " rows without days ("
              + String.join(", ", list.sample().columns().stream().limit(12).toList())
              + ")"
              + OrderWords.told(list).map("; "::concat).orElse(""));
    }
    draft
        .otherPolygons()
        .forEach(
            file ->
                told.add(
                    file.path()
                        + ": "
                        + file.features()
                        + " features of GeoJSON, not those of the list of districts"));
    draft.passedOver().forEach(file -> told.add(file.path() + ": " + file.reason()));
    if (!told.isEmpty()) {
      lines.blank().remark(0, "Not used:");
      told.forEach(line -> lines.remark(0, "- " + line));
    }
  }
}
