package org.cityeval.events.cell;

import static org.assertj.core.api.Assertions.assertThat;

import org.cityeval.config.lake.MeasureConfig.Aggregate;
import org.cityeval.config.lake.MeasureConfig.Range;
import org.cityeval.ingest.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedTest {
  private static Reason judged(boolean isCount, Range range, double number) {
    Feed feed = new Feed("new_cases", Aggregate.SUM, Feed.Type.NUMBER, isCount, range);
    return ReasonCodes.reason(feed.judge(number));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void whatIsNotFiniteIsNoNumber(double number) {
    assertThat(judged(true, new Range(0, 1), number)).isEqualTo(Reason.UNPARSABLE_NUMBER);
  }

  @Test
  void aCountCannotBeNegativeAndAnotherNumberCan() {
    assertThat(judged(true, null, -0.5)).isEqualTo(Reason.NEGATIVE_COUNT);
    assertThat(judged(true, null, 0)).isEqualTo(Reason.NONE);
    assertThat(judged(true, null, -0.0)).isEqualTo(Reason.NONE);
    assertThat(judged(false, null, -0.5)).isEqualTo(Reason.NONE);
  }

  @ParameterizedTest
  @CsvSource({"1.99, OUT_OF_RANGE", "2, NONE", "5, NONE", "5.01, OUT_OF_RANGE"})
  void bothEndsOfARangeAreInIt(double number, Reason reason) {
    assertThat(judged(false, new Range(2, 5), number)).isEqualTo(reason);
  }

  @Test
  void aNegativeCountIsToldBeforeTheRange() {
    assertThat(judged(true, new Range(2, 5), -1)).isEqualTo(Reason.NEGATIVE_COUNT);
  }
}
