package org.cityeval.ingest;

import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.config.lake.SourceConfig;
import org.cityeval.config.load.ConfigLoader;
import org.cityeval.place.District;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A lies from 10 to 11 degrees east, B from 11 to 12, both from 50 to 51 degrees north. */
@ExtendWith(SparkExtension.class)
class PlacedDistrictsTest {
  private static final List<District> DISTRICTS = List.of(square("B", 11), square("A", 10));

  @TempDir private Path folder;

  private final SparkSession spark;

  PlacedDistrictsTest(SparkSession spark) {
    this.spark = spark;
  }

  private static District square(String id, int west) {
    String ring =
        "w 50, e 50, e 51, w 51, w 50".replace("w", "" + west).replace("e", "" + (west + 1));
    return new District(
        id,
        id,
        null,
        "T",
        "T",
        null,
        1,
        List.of(),
        "POLYGON ((" + ring + "))",
        Map.of(),
        Map.of(),
        Map.of());
  }

  private SourceConfig source(String longitude) {
    TinyLake lake =
        TinyLake.in(folder)
            .configure(
                "code_system: letters", "code_system: letters\n  geometry: {path: d.geojson}")
            .configure(
                "path: cases.csv\n    shape: long\n    date: day\n    district: district\n",
                "path: cases.csv\n    shape: long\n    date: day\n    missing: ['-']\n"
                    + "    place: {longitude: '"
                    + longitude
                    + "', latitude: lat}\n");
    return ConfigLoader.load(lake.config(), Map.of(), List.of()).sources().get("cases");
  }

  /** District, reason and what was found, of each place. */
  private List<String> resolved(SourceConfig source, String places) {
    Dataset<Row> rows = spark.sql("select * from values " + places + " as t(lon, lat)");
    Dataset<Row> resolved = new PlacedDistricts(source, DISTRICTS).resolve(rows, lit("T"));
    assertThat(resolved.columns())
        .containsExactlyInAnyOrder(
            "lon",
            "lat",
            DistrictKeys.DISTRICT,
            DistrictKeys.CITY,
            DistrictKeys.REASON,
            DistrictKeys.FOUND);
    return resolved
        .select(DistrictKeys.DISTRICT, DistrictKeys.REASON, DistrictKeys.FOUND)
        .collectAsList()
        .stream()
        .map(row -> row.mkString("|"))
        .toList();
  }

  /** On their border the smaller id counts, wherever it stands on the list. */
  @Test
  void aPlaceIsOfTheDistrictThatItLiesIn() {
    assertThat(resolved(source("lon"), "('10.5', '50.5'), (' 11.5 ', '50'), ('11', '50.5')"))
        .containsExactly("A|null|null", "B|null|null", "A|null|null");
  }

  @Test
  void aPlaceOnEarthThatLiesInNoneIsOutside() {
    assertThat(
            resolved(
                source("lon"),
                "('20', '50.5'), ('-180', '-90'), ('180', '90'), ('0', '50.5'), ('10.5', '0')"))
        .containsExactly(
            "null|outside|20, 50.5",
            "null|outside|-180, -90",
            "null|outside|180, 90",
            "null|outside|0, 50.5",
            "null|outside|10.5, 0");
  }

  /** Many systems write 0, 0 where they have no coordinates. */
  @Test
  void aRecordWithoutCoordinatesHasNoPlace() {
    assertThat(
            resolved(
                source("lon"),
                "('0', '0'), ('0.0', '-0'), ('', '50.5'), (null, '50.5'), ('10.5', ' '), ('-',"
                    + " '50.5'), (null, null)"))
        .containsExactly(
            "null|no_place|0, 0",
            "null|no_place|0.0, -0",
            "null|no_place|, 50.5",
            "null|no_place|(null), 50.5",
            "null|no_place|10.5,  ",
            "null|no_place|-, 50.5",
            "null|no_place|(null), (null)");
  }

  @Test
  void aCoordinateThatIsNoNumberIsNotRead() {
    assertThat(resolved(source("lon"), "('east', '50.5'), ('10.5', '50°30'), ('200', 'x')"))
        .containsExactly(
            "null|unparsable_place|east, 50.5",
            "null|unparsable_place|10.5, 50°30",
            "null|unparsable_place|200, x");
  }

  @Test
  void thereIsNoPlaceBeyondTheEndsOfTheEarth() {
    assertThat(resolved(source("lon"), "('180.1', '50.5'), ('-181', '50.5'), ('10.5', '90.5')"))
        .containsExactly(
            "null|impossible_place|180.1, 50.5",
            "null|impossible_place|-181, 50.5",
            "null|impossible_place|10.5, 90.5");
  }

  /** An empty cell of a number lacks; a number that the expression makes nothing of does not. */
  @Test
  void numbersAreJudgedLikewise() {
    assertThat(
            resolved(
                source("nullif(lon, 99)"),
                "(10.5D, 50.5D), (null, 50.5D), (99D, 50.5D), (0D, -0D), (200D, 50D), (20D, 50D),"
                    + " (double('NaN'), 50D)"))
        .containsExactly(
            "A|null|null",
            "null|no_place|(null), 50.5",
            "null|unparsable_place|(null), 50.5",
            "null|no_place|0.0, -0.0",
            "null|impossible_place|200.0, 50.0",
            "null|outside|20.0, 50.0",
            "null|impossible_place|NaN, 50.0");
  }
}
