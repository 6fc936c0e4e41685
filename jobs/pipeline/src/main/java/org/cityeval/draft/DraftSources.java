package org.cityeval.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cityeval.draft.guess.DayGuess;
import org.cityeval.draft.guess.KeyGuess;
import org.cityeval.draft.guess.LakeDraft;
import org.cityeval.draft.guess.MeasureGuess;
import org.cityeval.draft.guess.ShapeGuess;
import org.cityeval.draft.guess.SourceDraft;
import org.cityeval.draft.guess.Sql;
import org.cityeval.draft.guess.Table;
import org.cityeval.draft.sample.ColumnProfile;
import org.cityeval.draft.sample.FileSample;
import org.cityeval.series.Quantity;

/** Prints the sources of a draft, each key with what it rests on. */
final class DraftSources {
  static final String BASELINE = "first_weeks";

  private static final int SHOWN_COLUMNS = 30;

  private final LakeDraft draft;
  private final YamlLines lines;

  DraftSources(LakeDraft draft, YamlLines lines) {
    this.draft = draft;
    this.lines = lines;
  }

  void print() {
    lines.open(0, "sources");
    List<SourceDraft> sources = draft.sources().stream().filter(SourceDraft::isSource).toList();
    sources.forEach(this::source);
    if (sources.isEmpty()) {
      lines
          .remark(1, "No file looks like a source of a measure; this entry only shows the form.")
          .open(1, "my_numbers")
          .unknown(2, "path", "my-numbers.csv", "a file with numbers by district and day")
          .unknown(2, "shape", "long", "long, wide_dates, wide_districts or events")
          .unknown(2, "district", "district", "the column that says the district")
          .unknown(2, "date", "date", "the column that says the day")
          .open(2, "measures")
          .unknown(3, "new_cases", "{value: cases, kind: daily_count}", "what it measures");
    }
  }

  private void source(SourceDraft source) {
    lines.open(1, source.name());
    lines.sure(2, "path", YamlLines.scalar(source.path()));
    writing(source.table().sample().notation(), thousands(source), lines, 2);
    lines.guessed(2, "shape", source.shape().shape().id(), source.shape().why());
    day(source);
    district(source);
    Set<String> marks = marks(source);
    if (!marks.isEmpty()) {
      lines.guessed(2, "missing", YamlLines.list(marks), "stands where numbers are expected");
    }
    source
        .dayInPath()
        .ifPresent(
            day ->
                lines.guessed(
                    2, "as_of", day, "the path names this day; is it the day of publication?"));
    source.shape().headings().ifPresent(headings -> DraftHeadings.print(source, headings, lines));
    lines.open(2, "measures");
    source.measures().forEach(measure -> measure(source, measure));
    strangers(source);
    source.notes().forEach(note -> lines.remark(2, note));
    List<String> unused = source.unused();
    if (!unused.isEmpty()) {
      lines.remark(
          2,
          "other columns of numbers: "
              + String.join(", ", unused.stream().limit(SHOWN_COLUMNS).toList())
              + (unused.size() > SHOWN_COLUMNS ? ", ..." : ""));
    }
  }

  /** Encoding and separators, where a config must say them. */
  static void writing(
      FileSample.Notation notation, Optional<String> thousands, YamlLines lines, int depth) {
    if (!notation.format().equals("csv")) {
      lines.guessed(depth, "format", notation.format(), "the name of the file");
    }
    if (notation.isDefault() && thousands.isEmpty()) {
      return;
    }
    List<String> options = new ArrayList<>();
    List<String> why = new ArrayList<>();
    if (!notation.encoding().equals("UTF-8")) {
      options.add("encoding: " + YamlLines.scalar(notation.encoding()));
      why.add(notation.why());
    }
    if (notation.delimiter() != ',') {
      options.add("delimiter: " + YamlLines.scalar(String.valueOf(notation.delimiter())));
      why.add("it cuts all records alike");
    }
    if (notation.decimal() != '.') {
      options.add("decimal: ','");
      why.add("numbers like 1,5 and none like 1.5");
    }
    thousands.ifPresent(
        mark -> {
          options.add("thousands: " + YamlLines.scalar(mark));
          why.add("numbers like 1,234");
        });
    lines.guessed(depth, "options", "{" + String.join(", ", options) + "}", String.join("; ", why));
  }

  private static Optional<String> thousands(SourceDraft source) {
    return source.table().groupsThousandsBelowDays()
            || columns(source).stream().anyMatch(ColumnProfile::groupsThousands)
        ? Optional.of(",")
        : Optional.empty();
  }

  private void day(SourceDraft source) {
    Table table = source.table();
    table
        .headings()
        .ifPresent(
            headings ->
                lines.guessed(
                    2,
                    "date_columns",
                    YamlLines.scalar(headings.pattern()),
                    "the headings from "
                        + source.span().map(s -> s.first() + " to " + s.last()).orElse("")
                        + (headings.certain()
                            ? ""
                            : "; day and month may be the other way round")));
    table
        .day()
        .ifPresent(
            day -> {
              boolean events = source.shape().shape() == ShapeGuess.Shape.EVENTS;
              lines.guessed(
                  2, "date", YamlLines.scalar(events ? day.moment() : day.expression()), day.why());
              if (events && day.timed()) {
                lines.remark(2, "DECIDE: time_zone, if the times are instants with an offset");
              }
            });
    if (!source.table().sample().whole()) {
      lines.remark(2, "DECIDE: only the beginning of the file was read; it may reach further");
    }
  }

  private void district(SourceDraft source) {
    if (source.shape().shape() == ShapeGuess.Shape.WIDE_DISTRICTS) {
      return;
    }
    if (source.key().isEmpty()) {
      List<String> place = SourceDraft.place(source.table()).orElseThrow();
      lines
          .open(2, "place")
          .guessed(3, "longitude", YamlLines.scalar(Sql.column(place.get(0))), "its heading")
          .guessed(3, "latitude", YamlLines.scalar(Sql.column(place.get(1))), "its heading");
      return;
    }
    KeyGuess key = source.key().get();
    lines.guessed(2, "district", YamlLines.scalar(Sql.column(key.column().name())), key.why());
    if (key.how() == KeyGuess.How.CODES_WRITTEN_OTHERWISE) {
      lines.guessed(2, "crosswalk", DraftDistricts.CODES, "the same codes, written otherwise");
    } else if (key.how() == KeyGuess.How.SPELLINGS) {
      lines.guessed(2, "crosswalk", DraftDistricts.SPELLINGS, "spelt otherwise than the ids");
    }
    if (key.isMostlyElsewhere()) {
      lines.guessed(
          2,
          "unknown_district",
          "out_of_scope",
          key.strangers()
              + " of its "
              + key.column().distinctCount()
              + " values are none of the list: others of the country");
    }
  }

  private void strangers(SourceDraft source) {
    source
        .key()
        .filter(key -> key.strangers() > 0 && !key.isMostlyElsewhere())
        .ifPresent(
            key ->
                lines.remark(
                    2,
                    "DECIDE: "
                        + key.strangers()
                        + " values of "
                        + key.column().name()
                        + " stand for no district of the list and will be quarantined; leave them"
                        + " out with where: or unknown_district: out_of_scope if they are none"));
  }

  private void measure(SourceDraft source, MeasureGuess measure) {
    lines.open(3, measure.quantity().column());
    lines.guessed(4, "value", YamlLines.scalar(measure.value()), measure.why());
    measure
        .aggregate()
        .ifPresent(
            how ->
                lines.guessed(
                    4,
                    "aggregate",
                    how,
                    "each event counts once; a sum of a column is another way"));
    lines.guessed(4, "kind", measure.kind().kind(), measure.kind().why());
    measure
        .kind()
        .scale()
        .ifPresent(
            scale -> lines.guessed(4, "scale", scale, "so that the numbers are near their normal"));
    if (DraftConfig.needsBaseline(measure)) {
      lines.sure(4, "baseline", BASELINE);
    }
    measure
        .smoothing()
        .ifPresent(
            smoothing -> {
              String days = Integer.toString(smoothing.days());
              if (smoothing.certain()) {
                lines.guessed(4, "smoothed_days", days, smoothing.why());
              } else {
                lines.unknown(
                    4, "smoothed_days", days, "a guess without ground: " + smoothing.why());
              }
            });
    if (measure.quantity() == Quantity.POLICY_GRADE) {
      lines.remark(
          4, "DECIDE: value, so that 0 is no restriction and 4 stay at home, 1 to 3 between");
    } else {
      every(source);
    }
  }

  private void every(SourceDraft source) {
    DayGuess.Step step = source.step();
    if (source.shape().shape() == ShapeGuess.Shape.EVENTS || step == DayGuess.Step.DAY) {
      return;
    }
    if (step == DayGuess.Step.MONTH) {
      lines.guessed(4, "every", "month", "its days lie a month apart");
      return;
    }
    lines.guessed(4, "every", "week", "its days lie seven days apart");
    boolean end =
        source.table().day().filter(d -> String.join(" ", d.columns()).contains("end")).isPresent();
    if (end) {
      lines.guessed(4, "dated", "last_day", "the heading says end of week");
    } else {
      lines.unknown(4, "dated", "last_day", "first_day or last_day of its week");
    }
  }

  private static List<ColumnProfile> columns(SourceDraft source) {
    return source
        .table()
        .columns(
            column ->
                source.shape().headings().filter(h -> h.holds(column.name())).isPresent()
                    || source.measures().stream()
                        .anyMatch(m -> m.value().equals(Sql.column(column.name()))));
  }

  private static Set<String> marks(SourceDraft source) {
    Set<String> marks = new TreeSet<>(source.table().missingMarks(columns(source)));
    marks.addAll(source.table().marksBelowDays());
    return marks;
  }

  /** A table that gave no source, in one line. */
  static String description(SourceDraft source) {
    String shape = source.shape().shape().id();
    return (shape.isEmpty() ? "" : "shape " + shape + "; ")
        + source.span().map(s -> s.first() + " to " + s.last() + ", by ").orElse("")
        + source.step().name().toLowerCase(Locale.ROOT)
        + "; "
        + String.join("; ", source.notes());
  }
}
