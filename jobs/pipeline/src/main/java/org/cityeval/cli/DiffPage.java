package org.cityeval.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.cityeval.cli.DiffCommand.Shown;
import org.cityeval.cli.output.DiffTable;
import org.cityeval.cli.output.GivenOptions;
import org.cityeval.job.diff.Compared;
import org.cityeval.job.diff.ResultRevisionJob;
import org.cityeval.job.diff.RevisionJob;
import org.cityeval.job.diff.Rows;

/** What changed, section by section, for a person at a terminal. */
final class DiffPage {
  private static final int MOST_GROUPS = 20;

  private final PrintStream out;
  private final GivenOptions given;
  private final Set<Shown> sections;
  private boolean begun;

  DiffPage(PrintStream out, GivenOptions given, Set<Shown> sections) {
    this.out = out;
    this.given = given;
    this.sections = sections;
  }

  /** Instead of values and ranks, where one of the two has none. */
  void notEvaluated(Compared a, Compared b) {
    for (Compared side : List.of(a, b)) {
      if (side.publication().isEmpty()) {
        out.println(
            "Nothing was evaluated as of "
                + side.asOf()
                + " ("
                + given.completed("'cityeval run --as-of " + side.asOf() + "'")
                + " would): values and ranks are not compared.");
      }
    }
    begun = true;
  }

  void results(ResultRevisionJob.Answer answer, ResultRevisionJob.Question question) {
    if (begins(Shown.CAUSES, "Because of what")) {
      new DiffTable(answer.causes()).print(out, "cause", "what", "a", "b");
    }
    String period = question.period().map(id -> "period " + id).orElse("all periods");
    if (begins(
        Shown.INDICATORS, "Values, " + period + ": rows of each indicator, what became of them")) {
      indicators(answer.indicators());
    }
    if (begins(
        Shown.VALUES,
        "Values that differ most, by the change in standard deviations (sd) of A's")) {
      values(answer.values(), question);
    }
    String weighting = question.weighting().map(id -> id + " weighting").orElse("all weightings");
    if (begins(
        Shown.GROUPS,
        "Ranks, " + period + ", " + weighting + ": members of each group, and how many moved")) {
      groups(answer.groups(), question);
    }
    if (begins(Shown.RANKS, "Ranked or classed otherwise, changed classes first")) {
      ranks(answer.ranks(), question);
    }
  }

  void sources(RevisionJob.Answer answer) {
    if (begins(Shown.COUNTS, "What the sources revised: values of each measure")) {
      new DiffTable(answer.counts())
          .print(
              out,
              "measure",
              "known_a",
              "known_b",
              "in_both",
              "equal",
              "changed",
              "added",
              "withdrawn",
              "largest_change largest",
              "median_change median",
              "changed_more more",
              "changed_days days",
              "changed_districts districts");
    }
    if (begins(Shown.CHANGES, "Largest revisions of each measure")) {
      new DiffTable(answer.largest())
          .print(
              out,
              "measure",
              "district_id district",
              "date",
              "value_a a",
              "value_b b",
              "as_of_a",
              "as_of_b");
    }
  }

  /** Begins a section if it is asked for. */
  private boolean begins(Shown section, String heading) {
    if (!sections.contains(section)) {
      return false;
    }
    if (begun) {
      out.println();
    }
    begun = true;
    out.println(heading);
    return true;
  }

  private void indicators(Rows rows) {
    List<List<Object>> differing =
        rows.rows().stream()
            .filter(
                row ->
                    !rows.cell(row, "equal").equals(rows.cell(row, "in_both"))
                        || !rows.cell(row, "only_a").equals(0L)
                        || !rows.cell(row, "only_b").equals(0L))
            .toList();
    new DiffTable(new Rows(rows.columns(), differing))
        .print(
            out,
            "indicator_id indicator",
            "level",
            "in_both",
            "equal",
            "value_changed value",
            "status_changed status",
            "interval_changed interval",
            "only_a",
            "only_b",
            "largest_change largest",
            "beyond_intervals beyond",
            "status_moves from_to",
            "because");
    int same = rows.rows().size() - differing.size();
    if (same > 0) {
      out.println("Equal in every row: " + same + " more.");
    }
  }

  private void values(Rows rows, ResultRevisionJob.Question question) {
    List<List<Object>> lines = new ArrayList<>();
    for (List<Object> row : rows.rows()) {
      lines.add(
          Arrays.asList(
              rows.cell(row, "outcome"),
              rows.cell(row, "indicator_id"),
              rows.cell(row, "name"),
              rows.cell(row, "period_id"),
              estimate(rows, row, "a"),
              estimate(rows, row, "b"),
              rows.cell(row, "change_sd"),
              rows.cell(row, "within"),
              rows.cell(row, "because")));
    }
    List<String> columns =
        List.of("what", "indicator", "name", "period", "a", "b", "sd", "within", "because");
    new DiffTable(new Rows(columns, lines)).print(out, untold(columns, question));
  }

  /** A value with its interval, or the status that stands for it. */
  private static String estimate(Rows rows, List<Object> row, String side) {
    Object status = rows.cell(row, "status_" + side);
    if (status == null) {
      return null;
    }
    Object low = rows.cell(row, "ci_low_" + side);
    Object high = rows.cell(row, "ci_high_" + side);
    String value =
        status.equals("ok") ? DiffTable.text(rows.cell(row, "value_" + side)) : status.toString();
    if (low == null && high == null) {
      return value;
    }
    return value + " [" + end(low, "-inf") + ", " + end(high, "inf") + "]";
  }

  private static String end(Object bound, String open) {
    return bound == null ? open : DiffTable.text(bound);
  }

  private void groups(Rows rows, ResultRevisionJob.Question question) {
    List<String> columns =
        List.of(
            "comparison_group group",
            "level",
            "period_id period",
            "weighting",
            "in_both",
            "moved",
            "largest_move largest",
            "beyond_intervals beyond",
            "class_changed class",
            "only_a",
            "only_b",
            "class_moves from_to",
            "because");
    new DiffTable(new Rows(rows.columns(), rows.rows().stream().limit(MOST_GROUPS).toList()))
        .print(out, untold(columns, question));
    int more = rows.rows().size() - MOST_GROUPS;
    if (more > 0) {
      out.println("and " + more + " more; all of them: --show groups --format csv");
    }
  }

  private void ranks(Rows rows, ResultRevisionJob.Question question) {
    List<List<Object>> lines = new ArrayList<>();
    for (List<Object> row : rows.rows()) {
      Object before = rows.cell(row, "class_a");
      Object after = rows.cell(row, "class_b");
      lines.add(
          Arrays.asList(
              rows.cell(row, "comparison_group"),
              rows.cell(row, "name"),
              rows.cell(row, "period_id"),
              rows.cell(row, "weighting"),
              rank(rows, row, "a"),
              rank(rows, row, "b"),
              rows.cell(row, "within"),
              before.equals(after) ? before : before + " > " + after,
              rows.cell(row, "because")));
    }
    List<String> columns =
        List.of("group", "name", "period", "weighting", "a", "b", "within", "class", "because");
    new DiffTable(new Rows(columns, lines)).print(out, untold(columns, question));
  }

  /** Without the columns that the heading tells. */
  private static List<String> untold(List<String> columns, ResultRevisionJob.Question question) {
    return columns.stream()
        .filter(column -> question.period().isEmpty() || !column.endsWith("period"))
        .filter(column -> question.weighting().isEmpty() || !column.equals("weighting"))
        .toList();
  }

  private static String rank(Rows rows, List<Object> row, String side) {
    Object rank = rows.cell(row, "rank_" + side);
    return rank == null
        ? "none"
        : rank
            + " ["
            + rows.cell(row, "rank_low_" + side)
            + ", "
            + rows.cell(row, "rank_high_" + side)
            + "]";
  }
}
