package org.cityeval.report.data;

import java.time.LocalDate;
import java.util.List;
import org.cityeval.revision.Cause;
import org.cityeval.revision.ResultState;
import org.cityeval.revision.ResultState.Outcome;

/** An invented earlier vintage of the sample: three values and two ranks differ. */
public final class SampleRevision {
  private static final List<Cause> DATA = List.of(Cause.DATA);

  private SampleRevision() {}

  public static Edition edition() {
    return new Edition("三个示例城市，2020年春至秋", of());
  }

  public static RevisionData of() {
    return new RevisionData(
        LocalDate.of(2020, 6, 30),
        null,
        List.of(
            new RevisionData.Input(Cause.DATA, "sample/cases", "1111aaaa", "9f2c51aa"),
            new RevisionData.Input(Cause.METHOD, "E1", "2", "3")),
        List.of(
            value(
                "riverton-1",
                "E1",
                Outcome.VALUE,
                state(4.0, 3.0, 5.0),
                state(9.0, 8.0, 10.0),
                2.5),
            value(
                "riverton-2", "E1", Outcome.VALUE, state(4.0, 2.0, 6.0), state(5.0, 3.0, 7.0), 0.5),
            value(
                "riverton-3",
                "E1",
                Outcome.EQUAL,
                state(4.0, 2.0, 6.0),
                state(4.0, 2.0, 6.0),
                null),
            value("riverton-5", "E4", Outcome.WORD, word("suppressed"), word("ok"), null)),
        List.of(
            rank(
                "riverton-1",
                Outcome.WORD,
                rank(3, "not_distinguishable"),
                rank(1, "clearly_better")),
            rank(
                "riverton-2",
                Outcome.VALUE,
                rank(1, "not_distinguishable"),
                rank(2, "not_distinguishable")),
            rank(
                "riverton-3",
                Outcome.EQUAL,
                rank(3, "not_distinguishable"),
                rank(3, "not_distinguishable")),
            new RevisionData.RankChange(
                "cities",
                "riverton",
                "city",
                "span",
                "efficiency",
                Outcome.VALUE,
                rank(2, "not_distinguishable"),
                rank(1, "not_distinguishable"),
                List.of(Cause.VALUES))));
  }

  private static RevisionData.ValueChange value(
      String unit,
      String indicator,
      Outcome outcome,
      ResultState before,
      ResultState now,
      Double size) {
    return new RevisionData.ValueChange(
        unit, "district", "span", indicator, outcome, before, now, size, DATA);
  }

  private static RevisionData.RankChange rank(
      String unit, Outcome outcome, ResultState before, ResultState now) {
    return new RevisionData.RankChange(
        "riverton",
        unit,
        "district",
        "span",
        "efficiency",
        outcome,
        before,
        now,
        List.of(Cause.VALUES));
  }

  private static ResultState state(double value, double low, double high) {
    return new ResultState(value, low, high, "ok", rests());
  }

  private static ResultState word(String status) {
    return new ResultState(null, null, null, status, rests());
  }

  private static ResultState rank(int rank, String standing) {
    return new ResultState((double) rank, 1.0, 5.0, standing, rests());
  }

  private static ResultState.Rests rests() {
    return new ResultState.Rests(null, null, null, null);
  }
}
