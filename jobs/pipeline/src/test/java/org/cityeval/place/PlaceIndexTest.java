package org.cityeval.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Locale;
import org.cityeval.config.lake.Datum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceIndexTest {
  /** Two squares side by side; in the left one a lake, in the lake an island of a third. */
  private static final PlaceIndex INDEX =
      PlaceIndex.of(
          List.of(
              district("left", "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (3 3, 6 3, 6 6, 3 6, 3 3))"),
              district("isle", "POLYGON ((4 4, 5 4, 5 5, 4 5, 4 4))"),
              district(
                  "east",
                  "MULTIPOLYGON (((9 0, 18 0, 18 9, 9 9, 9 0)), ((20 0, 21 0, 21 1, 20 0)))")),
          Datum.WGS84);

  private static District district(String id, String wkt) {
    return new District(id, id, null, "city", "city", null, Double.NaN, List.of(), wkt);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, left",
    "4.5, 4.5, isle",
    "12, 5, east",
    "20.9, 0.5, east",
    // A border is no gap: the shore is the left one's, its outer border too.
    "3, 4, left",
    "0, 5, left",
    // Shared by left and east: the smaller id, wherever on it.
    "9, 4, east",
    "9, 9, east"
  })
  void findsTheDistrictAPlaceLiesInOrBordersOn(double longitude, double latitude, String id) {
    assertThat(INDEX.districtAt(longitude, latitude)).isEqualTo(id);
  }

  @ParameterizedTest
  @CsvSource({"3.5, 3.5", "19, 0", "-1, 5", "20.1, 0.9"})
  void findsNoneInTheLakeNorOutside(double longitude, double latitude) {
    assertThat(INDEX.districtAt(longitude, latitude)).isNull();
  }

  /** The first published point of {@link Gcj02Test}, in a square of 2 m, 480 m from its shift. */
  @Test
  void placesOfAnotherDatumLieInTheSameDistrict() {
    double longitude = 121.5272106;
    double latitude = 31.1774276;
    String square =
        String.format(
            Locale.ROOT,
            "POLYGON ((%1$f %3$f, %2$f %3$f, %2$f %4$f, %1$f %4$f, %1$f %3$f))",
            longitude - 1e-5,
            longitude + 1e-5,
            latitude - 1e-5,
            latitude + 1e-5);
    List<District> district = List.of(district("yard", square));

    PlaceIndex gcj02 = PlaceIndex.of(district, Datum.GCJ02);

    assertThat(gcj02.districtAt(121.531541859215, 31.17530398364597)).isEqualTo("yard");
    assertThat(gcj02.districtAt(longitude, latitude)).isNull();
    assertThat(PlaceIndex.of(district, Datum.WGS84).districtAt(longitude, latitude))
        .isEqualTo("yard");
  }

  @Test
  void answersTheSameInAnotherProcess() throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(INDEX);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(((PlaceIndex) in.readObject()).districtAt(4.5, 4.5)).isEqualTo("isle");
    }
  }
}
