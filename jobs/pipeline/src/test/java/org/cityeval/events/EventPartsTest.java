package org.cityeval.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.cityeval.config.MeasureConfig.Aggregate;
import org.cityeval.ingest.Reason;
import org.cityeval.source.District;
import org.junit.jupiter.api.Test;
import scala.Tuple2;

/** What a task hands over, without a session. */
class EventPartsTest {
  private static final int BUCKETS = 4;
  private static final KnownDistricts DISTRICTS =
      new KnownDistricts(List.of(district("A"), district("B"), district("C")));
  private static final EventPlan PLAN =
      new EventPlan(
          "test",
          EventPlan.DistrictType.TEXT,
          EventPlan.DateType.DATE,
          ZoneOffset.UTC,
          Reason.UNKNOWN_DISTRICT,
          List.of(
              new Feed("fares", Aggregate.SUM, Feed.Type.NUMBER),
              new Feed("devices", Aggregate.DISTINCT, Feed.Type.LONG)));

  private static District district(String id) {
    return new District(id, id, null, "city", "city", null, Double.NaN, List.of(), null);
  }

  /** Events on 30 days, of 50 devices; {@code skewed} of every ten are in district A. */
  private static Iterator<InternalRow> events(int count, int skewed) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              String id = i % 10 < skewed ? "A" : i % 2 == 0 ? "B" : "C";
              return (InternalRow)
                  new GenericInternalRow(
                      new Object[] {
                        UTF8String.fromString("file"),
                        ReasonCodes.NONE,
                        UTF8String.fromString(id),
                        18_000 + i / 10 % 30,
                        null,
                        ReasonCodes.NONE,
                        0.1 * i,
                        ReasonCodes.NONE,
                        (long) (i % 50)
                      });
            })
        .iterator();
  }

  private static List<Tuple2<Integer, byte[]>> blocks(Iterator<InternalRow> events) {
    List<Tuple2<Integer, byte[]>> blocks = new ArrayList<>();
    new EventParts(events, PLAN, DISTRICTS, BUCKETS).forEachRemaining(blocks::add);
    return blocks;
  }

  private static int bytes(List<Tuple2<Integer, byte[]>> blocks) {
    return blocks.stream().mapToInt(block -> block._2().length).sum();
  }

  @Test
  void handsOverNoMoreForMoreEvents() {
    int few = bytes(blocks(events(6_000, 4)));
    int many = bytes(blocks(events(120_000, 4)));

    assertThat(blocks(events(120_000, 4))).hasSizeLessThanOrEqualTo(2 * BUCKETS);
    // The digits of a sum may take some bytes more.
    assertThat(many).isLessThan(few + few / 5);
  }

  @Test
  void handsOverNoMoreForADistrictThatHasMostEvents() {
    List<Tuple2<Integer, byte[]>> even = blocks(events(60_000, 4));
    List<Tuple2<Integer, byte[]>> skewed = blocks(events(60_000, 8));

    assertThat(bytes(skewed)).isLessThan(bytes(even) + bytes(even) / 5);
    // The days of one district go to all who put parts together.
    assertThat(skewed.stream().filter(block -> block._2().length > 1_000))
        .hasSizeGreaterThanOrEqualTo(BUCKETS);
  }
}
