package org.cityeval.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.LocalDate;
import org.cityeval.events.cell.CellKey;
import org.cityeval.events.cell.ReasonCodes;
import org.cityeval.events.collect.ByteSink;
import org.cityeval.events.collect.ByteSource;
import org.cityeval.ingest.Reason;
import org.junit.jupiter.api.Test;

/** Days are counted from 1970: 18262 is 2020-01-01. */
class FileCountsTest {
  private static FileCounts counts(long... hashes) {
    FileCounts counts = new FileCounts("file:/lake/a.csv");
    for (long hash : hashes) {
      counts.hash(hash);
    }
    return counts;
  }

  private static long[] records(Reason reason, long count) {
    long[] records = new long[ReasonCodes.count()];
    records[ReasonCodes.of(reason)] = count;
    return records;
  }

  private static BigInteger sum(long... hashes) {
    BigInteger sum = BigInteger.ZERO;
    for (long hash : hashes) {
      sum = sum.add(BigInteger.valueOf(hash));
    }
    return sum;
  }

  @Test
  void theSumOfHashesOverflowsNowhere() {
    long[] hashes = {
      Long.MAX_VALUE, Long.MAX_VALUE, Long.MIN_VALUE, -1, 0xFFFF_FFFFL, 0xFFFF_FFFFL, 1
    };

    assertThat(counts(hashes).hashSum()).isEqualTo(sum(hashes));
    assertThat(counts(hashes).hashXor()).isEqualTo(Long.MIN_VALUE ^ -1L ^ 1L);
  }

  @Test
  void partsOfAFileAddUpToTheWholeFile() {
    FileCounts one = counts(Long.MAX_VALUE, 0xFFFF_FFFFL);
    one.count(records(Reason.NONE, 3));
    one.days(18_263, 18_300);
    FileCounts other = counts(0xFFFF_FFFFL, -7);
    other.count(records(Reason.NONE, 2));
    other.count(records(Reason.FILTERED, 1));
    other.days(18_262, 18_301);

    one.add(other);

    assertThat(one.records(Reason.NONE)).isEqualTo(5);
    assertThat(one.records(Reason.FILTERED)).isEqualTo(1);
    assertThat(one.firstDay()).isEqualTo(LocalDate.of(2020, 1, 1));
    assertThat(one.lastDay()).isEqualTo(LocalDate.of(2020, 1, 2));
    assertThat(one.asOf()).containsExactly(LocalDate.of(2020, 2, 8), LocalDate.of(2020, 2, 9));
    assertThat(one.hashSum()).isEqualTo(sum(Long.MAX_VALUE, 0xFFFF_FFFFL, 0xFFFF_FFFFL, -7));
    assertThat(one.hashXor()).isEqualTo(Long.MAX_VALUE ^ -7L);
  }

  @Test
  void aFileWithoutAGoodRecordHasNoDays() {
    FileCounts none = counts();
    none.count(records(Reason.UNKNOWN_DISTRICT, 4));

    assertThat(none.firstDay()).isNull();
    assertThat(none.lastDay()).isNull();
    assertThat(none.asOf()).isEmpty();
  }

  @Test
  void whatIsWrittenIsReadBack() {
    FileCounts written = counts(Long.MIN_VALUE, 12);
    written.count(records(Reason.NO_VALUE, 7));
    written.days(18_262, CellKey.NO_DAY);
    written.days(18_262, 18_300);
    ByteSink out = new ByteSink();
    written.write(out);

    FileCounts read = FileCounts.read(new ByteSource(out.toByteArray(), 0));

    assertThat(read.path()).isEqualTo("file:/lake/a.csv");
    assertThat(read.records(Reason.NO_VALUE)).isEqualTo(7);
    assertThat(read.firstDay()).isEqualTo(LocalDate.of(2020, 1, 1));
    assertThat(read.lastDay()).isEqualTo(LocalDate.of(2020, 1, 1));
    assertThat(read.asOf()).containsExactly(LocalDate.of(2020, 2, 8));
    assertThat(read.hashSum()).isEqualTo(sum(Long.MIN_VALUE, 12));
    assertThat(read.hashXor()).isEqualTo(Long.MIN_VALUE ^ 12);
  }
}
