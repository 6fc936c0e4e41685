package org.cityeval.cli.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cityeval.table.gold.RankIntervalTable;
import org.cityeval.terminal.PaintedLine;
import org.cityeval.warehouse.StoredRow;

/**
 * A ranking as lines of text: each member with its interval, written and drawn. Of a long one both
 * ends are shown, and how many are between them.
 */
final class RankingLines {
  private static final int BAR_WIDTH = 30;
  private static final int SHOWN_WHOLE = 30;
  private static final int SHOWN_OF_AN_END = 10;

  private final List<StoredRow> ranked;
  private final List<StoredRow> others;

  /**
   * The ranking of one group.
   *
   * @param members rows of gold.rank_interval of one group, by rank; those without one last
   */
  RankingLines(List<StoredRow> members) {
    this.ranked = members.stream().filter(RankingLines::isRanked).toList();
    this.others = members.stream().filter(row -> !isRanked(row)).toList();
  }

  /** The heading, then a line for each member or what stands for several. */
  List<PaintedLine> list() {
    List<PaintedLine> lines = new ArrayList<>();
    lines.add(PaintedLine.heading(line("rank", "name", "interval", "", "class")));
    if (ranked.size() <= SHOWN_WHOLE) {
      ranked.forEach(row -> lines.add(line(row)));
    } else {
      int last = ranked.size() - SHOWN_OF_AN_END;
      ranked.subList(0, SHOWN_OF_AN_END).forEach(row -> lines.add(line(row)));
      lines.add(more(last - SHOWN_OF_AN_END, "between; the question below shows all"));
      ranked.subList(last, ranked.size()).forEach(row -> lines.add(line(row)));
    }
    int named = others.size() <= SHOWN_OF_AN_END ? others.size() : 0;
    others.subList(0, named).forEach(row -> lines.add(line(row)));
    if (named < others.size()) {
      lines.add(more(others.size(), "not ranked; the question below names them"));
    }
    return lines;
  }

  private static boolean isRanked(StoredRow row) {
    return row.get(RankIntervalTable.RANK) != null;
  }

  private static PaintedLine more(int count, String where) {
    return PaintedLine.plain(String.format(Locale.ROOT, "%4s  %d %s", "...", count, where));
  }

  private PaintedLine line(StoredRow row) {
    PaintedLine.Hue hue =
        switch (row.get(RankIntervalTable.CLASS)) {
          case "clearly_better" -> PaintedLine.Hue.GOOD;
          case "clearly_worse" -> PaintedLine.Hue.BAD;
          default -> PaintedLine.Hue.PLAIN;
        };
    return new PaintedLine(hue, text(row));
  }

  private String text(StoredRow row) {
    String standing = row.get(RankIntervalTable.CLASS).replace('_', ' ');
    return isRanked(row)
        ? line(
            row.get(RankIntervalTable.RANK).toString(),
            row.get(RankIntervalTable.NAME),
            row.get(RankIntervalTable.RANK_LOW) + " to " + row.get(RankIntervalTable.RANK_HIGH),
            bar(row),
            standing)
        : line("-", row.get(RankIntervalTable.NAME), "-", "", standing);
  }

  private static String line(
      String rank, String name, String interval, String bar, String standing) {
    return String.format(
        Locale.ROOT, "%4s  %-24s  %-9s  %-30s  %s", rank, name, interval, bar, standing);
  }

  /** The interval drawn on a line from the first rank to the last, with the rank on it. */
  private String bar(StoredRow row) {
    StringBuilder bar = new StringBuilder(".".repeat(BAR_WIDTH));
    int low = place(row.get(RankIntervalTable.RANK_LOW));
    int high = place(row.get(RankIntervalTable.RANK_HIGH));
    for (int i = low; i <= high; i++) {
      bar.setCharAt(i, '=');
    }
    bar.setCharAt(place(row.get(RankIntervalTable.RANK)), 'o');
    return bar.toString();
  }

  private int place(int rank) {
    int steps = ranked.size() - 1;
    return steps < 1 ? 0 : (int) Math.round((rank - 1.0) / steps * (BAR_WIDTH - 1));
  }
}
