package org.cityeval.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.execution.vectorized.OnHeapColumnVector;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.cityeval.config.lake.MeasureConfig.Aggregate;
import org.cityeval.events.cell.CellKey;
import org.cityeval.events.cell.Feed;
import org.cityeval.ingest.Reason;
import org.cityeval.place.District;
import org.junit.jupiter.api.Test;
import scala.Tuple2;

/** What a task hands over, without a session. */
class EventPartsTest {
  private static final int BUCKETS = 4;
  private static final int BATCH = 1_000;
  private static final KnownDistricts DISTRICTS =
      new KnownDistricts(List.of(district("A"), district("B"), district("C")));
  private static final StructType COLUMNS =
      new StructType()
          .add("path", DataTypes.StringType)
          .add("reasons", DataTypes.LongType)
          .add("district", DataTypes.StringType)
          .add("date", DataTypes.DateType)
          .add("fare", DataTypes.DoubleType)
          .add("device", DataTypes.LongType);
  private static final EventPlan PLAN =
      new EventPlan(
          "test",
          new EventPlan.Places(0, 1, 2, 3, EventPlan.NONE, List.of(4, 5)),
          EventPlan.DateType.DATE,
          ZoneOffset.UTC,
          CellKey.NO_DAY,
          Reason.UNKNOWN_DISTRICT,
          List.of(
              new Feed("fares", Aggregate.SUM, Feed.Type.NUMBER, false, null),
              new Feed("devices", Aggregate.DISTINCT, Feed.Type.LONG, false, null)));

  private static District district(String id) {
    return new District(id, id, null, "city", "city", null, Double.NaN, List.of(), null);
  }

  /** Events on 30 days, of 50 devices; {@code skewed} of every ten are in district A. */
  private static Iterator<ColumnarBatch> events(int count, int skewed) {
    return IntStream.range(0, count / BATCH).mapToObj(b -> batch(b * BATCH, skewed)).iterator();
  }

  private static ColumnarBatch batch(int from, int skewed) {
    OnHeapColumnVector[] columns = OnHeapColumnVector.allocateColumns(BATCH, COLUMNS);
    for (int row = 0; row < BATCH; row++) {
      int i = from + row;
      String id = i % 10 < skewed ? "A" : i % 2 == 0 ? "B" : "C";
      columns[0].putByteArray(row, "file".getBytes(StandardCharsets.UTF_8));
      columns[1].putLong(row, 0);
      columns[2].putByteArray(row, id.getBytes(StandardCharsets.UTF_8));
      columns[3].putInt(row, 18_000 + i / 10 % 30);
      columns[4].putDouble(row, 0.1 * i);
      columns[5].putLong(row, i % 50);
    }
    return new ColumnarBatch(columns, BATCH);
  }

  private static List<Tuple2<Integer, byte[]>> blocks(Iterator<ColumnarBatch> events) {
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
