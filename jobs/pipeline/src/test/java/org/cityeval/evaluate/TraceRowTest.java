package org.cityeval.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.cityeval.indicator.Status;
import org.cityeval.indicator.Trace;
import org.cityeval.indicator.publicvalue.WorstOffGap;
import org.cityeval.series.Level;
import org.cityeval.table.gold.DistrictTable;
import org.cityeval.table.gold.IndicatorValueTable;
import org.cityeval.table.spec.Keys;
import org.junit.jupiter.api.Test;
import scala.jdk.javaapi.CollectionConverters;

class TraceRowTest {
  private static Row row(Trace trace, double covered) {
    Row made =
        EvaluatedCity.trace(
            new WorstOffGap(), EvaluatedCity.series("A", Level.DISTRICT, Map.of()), trace, covered);
    Object[] cells = new Object[made.size()];
    Arrays.setAll(cells, made::get);
    // Spark gives arrays back as sequences.
    int last = cells.length - 1;
    cells[last] = CollectionConverters.asScala(List.of((Double[]) cells[last])).toSeq();
    return new GenericRowWithSchema(cells, TraceRow.schema());
  }

  @Test
  void aTraceComesBackAsItWent() {
    Row row = row(new Trace(Status.OK, "", 9, 0.9, new double[] {1.5, -2}), 0.75);
    Trace trace = TraceRow.trace(row);

    assertThat(trace.status()).isEqualTo(Status.OK);
    assertThat(trace.n()).isEqualTo(9);
    assertThat(trace.coverage()).isEqualTo(0.9);
    assertThat(trace.values()).containsExactly(1.5, -2);
    assertThat(TraceRow.covered(row)).isEqualTo(0.75);
    assertThat(TraceRow.KIND.of(row)).isEqualTo("span");
    assertThat(DistrictTable.POPULATION.of(row)).isEqualTo(100_000.0);
    assertThat(Keys.INPUT_HASH.of(row)).isEqualTo("hash A");
    assertThat(Keys.INDICATOR_ID.of(row)).isEqualTo("V2");
  }

  @Test
  void whatIsUnknownComesBackAsNoNumber() {
    Row row = row(Trace.none(Status.MISSING_INPUT, "nothing seen", 0, Double.NaN), Double.NaN);

    assertThat(TraceRow.trace(row).reason()).isEqualTo("nothing seen");
    assertThat(TraceRow.trace(row).coverage()).isNaN();
    assertThat(TraceRow.trace(row).values()).isEmpty();
    assertThat(TraceRow.covered(row)).isNaN();
  }

  @Test
  void aFinishedRowHasNoTrace() {
    int width = IndicatorValueTable.SPEC.columns().size();
    Object[] cells = new Object[width];
    Arrays.setAll(cells, i -> i);

    Row finished = TraceRow.finished(RowFactory.create(cells));

    assertThat(finished.size()).isEqualTo(width + 4);
    assertThat(finished.get(width - 1)).isEqualTo(width - 1);
    for (int i = width; i < finished.size(); i++) {
      assertThat(finished.isNullAt(i)).isTrue();
    }
  }
}
