package org.cityeval.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.cityeval.place.Gcj02.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Gcj02Test {
  /** WGS 84 and GCJ-02 of three points, as the tests of eviltransform publish them. */
  @ParameterizedTest
  @CsvSource({
    "121.5272106, 31.1774276, 121.531541859215, 31.17530398364597",
    "113.912316, 22.543847, 113.9171764808363, 22.540796131694766",
    "116.377817, 39.911954, 116.38404722455657, 39.91334545536069"
  })
  void shiftsShanghaiShenzhenAndBeijingAsPublished(
      double longitude, double latitude, double shiftedLongitude, double shiftedLatitude) {
    Position wgs84 = new Position(longitude, latitude);
    Position gcj02 = new Position(shiftedLongitude, shiftedLatitude);

    isAt(Gcj02.ofWgs84(wgs84), gcj02, 1e-12);
    isAt(Gcj02.toWgs84(gcj02), wgs84, 1e-9);
  }

  @Test
  void backAndForthIsTheSamePlaceAllOverChina() {
    for (double longitude = 73; longitude < 137; longitude += 0.97) {
      for (double latitude = 1; latitude < 55; latitude += 0.91) {
        Position there = new Position(longitude, latitude);
        isAt(Gcj02.toWgs84(Gcj02.ofWgs84(there)), there, 1e-9);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"-73.97, 40.78", "139.69, 35.69", "100, 60", "103.8, 0.5", "71.9, 40"})
  void shiftsNothingOutsideChina(double longitude, double latitude) {
    Position there = new Position(longitude, latitude);

    assertThat(Gcj02.ofWgs84(there)).isEqualTo(there);
    assertThat(Gcj02.toWgs84(there)).isEqualTo(there);
  }

  private static void isAt(Position position, Position expected, double degrees) {
    assertThat(position.longitude()).isCloseTo(expected.longitude(), within(degrees));
    assertThat(position.latitude()).isCloseTo(expected.latitude(), within(degrees));
  }
}
