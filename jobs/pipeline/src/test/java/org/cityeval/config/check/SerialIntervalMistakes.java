package org.cityeval.config.check;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Serial intervals that are none, written into the valid config as in {@link ConfigMistakes}. */
final class SerialIntervalMistakes {
  private SerialIntervalMistakes() {}

  static Stream<Arguments> all() {
    return Stream.of(
        arguments(
            "panel:\n",
            "panel:\n  serial_interval: {mean: 5, sd: 2}\n",
            35,
            "panel.serial_interval",
            "mean, sd and citation are set together",
            "give all three"),
        arguments(
            "panel:\n",
            "panel:\n  serial_interval: {mean: 120, sd: 30, citation: Smith 2020}\n",
            35,
            "panel.serial_interval.mean",
            "out of bounds: 120",
            "choose such a number"),
        arguments(
            "panel:\n",
            "panel:\n  serial_interval: {mean: 5, sd: 0.01, citation: Smith 2020}\n",
            35,
            "panel.serial_interval.sd",
            "out of bounds: 0.01",
            "choose such a number"),
        arguments(
            "panel:\n",
            "panel:\n  serial_interval: {mean: 1.001, sd: 100, citation: Smith 2020}\n",
            35,
            "panel.serial_interval.sd",
            "sd 100 is too large for mean 1.001",
            "lower sd"));
  }
}
