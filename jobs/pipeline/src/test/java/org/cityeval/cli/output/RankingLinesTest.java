package org.cityeval.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.cityeval.terminal.PaintedLine;
import org.cityeval.terminal.PaintedLine.Hue;
import org.cityeval.warehouse.StoredRow;
import org.junit.jupiter.api.Test;

class RankingLinesTest {
  private static final List<String> COLUMNS =
      List.of("rank", "name", "rank_low", "rank_high", "class");

  @Test
  void drawsTheIntervalOnALineFromTheFirstRankToTheLast() {
    // Thirty places for thirty members: one for each rank.
    List<String> lines = texts(ranked(30));

    assertThat(lines).hasSize(31);
    assertThat(lines.get(0))
        .isEqualTo(
            "rank  name                      interval                                   class");
    assertThat(lines.get(3))
        .isEqualTo(
            "   3  Member 3                  2 to 4     .=o=..........................  not distinguishable");
  }

  @Test
  void showsBothEndsOfALongRankingAndCountsWhatIsBetween() {
    List<String> lines = texts(ranked(31));

    assertThat(lines).hasSize(22);
    assertThat(lines.get(10)).startsWith("  10  Member 10 ");
    assertThat(lines.get(11)).isEqualTo(" ...  11 between; the question below shows all");
    assertThat(lines.get(12)).startsWith("  22  Member 22 ");
    assertThat(lines.get(21)).startsWith("  31  Member 31 ");
  }

  @Test
  void namesWhoIsNotRankedUnlessTheyAreMany() {
    List<StoredRow> few = new ArrayList<>(ranked(3));
    few.add(unranked("Nowhere"));
    List<StoredRow> many = new ArrayList<>(ranked(3));
    IntStream.range(0, 11).forEach(i -> many.add(unranked("Nowhere " + i)));

    assertThat(texts(few).get(4))
        .isEqualTo(
            "   -  Nowhere                   -                                          not ranked");
    assertThat(texts(many))
        .hasSize(5)
        .endsWith(" ...  11 not ranked; the question below names them");
    // The last of three ends the line, whoever is not ranked.
    assertThat(texts(many).get(3)).contains("o  not");
  }

  @Test
  void aSingleMemberHasALine() {
    assertThat(texts(ranked(1)).get(1)).contains("1 to 1     o.....");
  }

  @Test
  void onlyWhoCanBeToldFromTheMiddleStandsOut() {
    List<StoredRow> members = new ArrayList<>(ranked(3));
    members.set(0, members.get(0).with("class", "clearly_better"));
    members.set(2, members.get(2).with("class", "clearly_worse"));

    assertThat(new RankingLines(members).list())
        .extracting(PaintedLine::hue)
        .containsExactly(Hue.HEADING, Hue.GOOD, Hue.PLAIN, Hue.BAD);
  }

  private static List<String> texts(List<StoredRow> members) {
    return new RankingLines(members).list().stream().map(PaintedLine::text).toList();
  }

  private static List<StoredRow> ranked(int members) {
    return IntStream.rangeClosed(1, members)
        .mapToObj(
            rank ->
                new StoredRow(
                    COLUMNS,
                    rank,
                    "Member " + rank,
                    Math.max(1, rank - 1),
                    Math.min(members, rank + 1),
                    "not_distinguishable"))
        .toList();
  }

  private static StoredRow unranked(String name) {
    return new StoredRow(COLUMNS, null, name, null, null, "not_ranked");
  }
}
