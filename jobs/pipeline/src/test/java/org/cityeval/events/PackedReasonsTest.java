package org.cityeval.events;

import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.events.cell.ReasonCodes;
import org.cityeval.ingest.Reason;
import org.cityeval.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class PackedReasonsTest {
  /** 3 + 5 x 2^12 in the first ten; 7 alone in the second number. */
  @Test
  void tenReasonsStandInOneNumberOfSixBitsEach(SparkSession spark) {
    List<Column> reasons = new ArrayList<>();
    for (long code : new long[] {3, 0, 5, 0, 0, 0, 0, 0, 0, 0, 7}) {
      reasons.add(lit(code));
    }

    Row packed = spark.range(1).select(PackedReasons.pack(reasons).toArray(Column[]::new)).first();

    assertThat(packed.size()).isEqualTo(2);
    assertThat(packed.getLong(0)).isEqualTo(20_483);
    assertThat(packed.getLong(1)).isEqualTo(7);
    assertThat(PackedReasons.unpack(20_483, 0)).isEqualTo(2);
    assertThat(PackedReasons.unpack(20_483, 1)).isEqualTo(ReasonCodes.NONE);
    assertThat(PackedReasons.unpack(20_483, 2)).isEqualTo(4);
    assertThat(PackedReasons.unpack(7, 10)).isEqualTo(6);
  }

  /** The tenth stands in bits 54 to 59, so that no sign is touched. */
  @Test
  void theTenthReasonComesBack() {
    assertThat(PackedReasons.unpack(63L << 54, 9)).isEqualTo(62);
    assertThat(PackedReasons.unpack(63L << 54, 8)).isEqualTo(ReasonCodes.NONE);
  }

  @Test
  void asManyNumbersAsAreNeeded() {
    assertThat(List.of(PackedReasons.columns(1), PackedReasons.columns(10))).containsOnly(1);
    assertThat(List.of(PackedReasons.columns(11), PackedReasons.columns(20))).containsOnly(2);
    assertThat(PackedReasons.column(9)).isZero();
    assertThat(PackedReasons.column(10)).isEqualTo(1);
  }

  /** Six bits are 63 reasons and none; whoever adds one more must widen them. */
  @Test
  void everyReasonComesBackAsItself(SparkSession spark) {
    for (Reason reason : Reason.values()) {
      long code = spark.range(1).select(PackedReasons.code(reason)).first().getLong(0);
      assertThat(code).isBetween(0L, 63L);
      assertThat(ReasonCodes.reason(PackedReasons.unpack(code, 0))).isEqualTo(reason);
    }
    assertThat(PackedReasons.unpack(0, 0)).isEqualTo(ReasonCodes.of(Reason.NONE));
  }
}
