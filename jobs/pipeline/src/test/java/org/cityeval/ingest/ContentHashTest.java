package org.cityeval.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ContentHashTest {
  private static final ContentHash ONE = new ContentHash(1, new BigDecimal("-7"), 0b0110);
  private static final ContentHash OTHER =
      new ContentHash(2, new BigDecimal("18446744073709551616"), 0b0011);

  @Test
  void theOrderAndTheFilesOfRecordsMakeNoDifference() {
    assertThat(ONE.plus(OTHER)).isEqualTo(OTHER.plus(ONE));
    assertThat(ONE.plus(OTHER))
        .isEqualTo(new ContentHash(3, new BigDecimal("18446744073709551609"), 0b0101));
    assertThat(ONE.plus(ContentHash.NONE)).isEqualTo(ONE);
  }

  @Test
  void aRecordThatStandsTwiceIsNotGone() {
    assertThat(ONE.plus(ONE).version()).isNotEqualTo(ContentHash.NONE.version());
    assertThat(ONE.plus(ONE).version()).isNotEqualTo(ONE.version());
  }

  @Test
  void itsTextTellsItAgain() {
    assertThat(ContentHash.parse(OTHER.text())).isEqualTo(OTHER);
    assertThat(ContentHash.parse("2 -12 -3"))
        .isEqualTo(new ContentHash(2, new BigDecimal(-12), -3));
  }

  /** SHA-256 of "abc" begins with ba7816bf 8f01cfea (FIPS 180-2, example 1). */
  @Test
  void aDigestIsTheBeginningOfSha256() {
    assertThat(ContentHash.digest("abc")).isEqualTo("ba7816bf8f01cfea");
  }

  @Test
  void whatWasPublishedOnOneDayHasTheVersionOfThatDay() {
    TreeMap<LocalDate, String> days = new TreeMap<>(Map.of(LocalDate.of(2020, 4, 5), "v"));
    assertThat(ContentHash.version(days)).isEqualTo("v");

    days.put(LocalDate.of(2020, 4, 6), "w");
    assertThat(ContentHash.version(days))
        .isEqualTo(ContentHash.digest("{2020-04-05=v, 2020-04-06=w}"));
  }
}
