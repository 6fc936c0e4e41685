package org.cityeval.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.cityeval.config.lake.Datum;
import org.cityeval.config.lake.DistrictsConfig.Geometry;
import org.cityeval.problem.SourceProblem;
import org.cityeval.problem.UserProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Squares on a grid of degrees. */
class PolygonsTest {
  @TempDir private Path folder;

  private static List<District> districts(String... ids) {
    return Arrays.stream(ids)
        .map(id -> new District(id, id, null, "c", "c", null, 1, List.of(), null))
        .toList();
  }

  /** The ring of a square by its west and south. */
  private static String square(double west, double south, double side) {
    return "[[%1$s,%2$s],[%3$s,%2$s],[%3$s,%4$s],[%1$s,%4$s],[%1$s,%2$s]]"
        .formatted(west, south, west + side, south + side);
  }

  private static String polygon(String id, String... rings) {
    return "{\"properties\":{\"adcode\":\"%s\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[%s]}}"
        .formatted(id, String.join(",", rings));
  }

  private static String collection(String... features) {
    return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
  }

  private List<District> join(List<District> districts, String text, String id, Datum datum)
      throws IOException {
    Path file = Files.writeString(folder.resolve("shapes.geojson"), text);
    return Polygons.join(districts, new Geometry(file.toString(), id, datum), new Configuration());
  }

  private List<District> join(List<District> districts, String... features) throws IOException {
    return join(districts, collection(features), "adcode", Datum.WGS84);
  }

  private static double area(District district) throws ParseException {
    return new WKTReader().read(district.geometryWkt()).getArea();
  }

  /** A and B share an edge, B and C a corner, C and D nothing. */
  @Test
  void districtsThatShareAnEdgeOrACornerAreNeighbours() throws IOException {
    List<District> joined =
        join(
            districts("A", "B", "C", "D"),
            polygon("A", square(0, 0, 1)),
            polygon("B", square(1, 0, 1)),
            polygon("C", square(2, 1, 1)),
            polygon("D", square(5, 5, 1)),
            polygon("not on the list", square(0, 1, 1)));

    assertThat(joined).extracting(District::districtId).containsExactly("A", "B", "C", "D");
    assertThat(joined)
        .extracting(District::neighbours)
        .containsExactly(List.of("B"), List.of("A", "C"), List.of("B"), List.of());
  }

  @Test
  void aDistrictOfSeveralFeaturesIsTheirUnion() throws Exception {
    List<District> joined =
        join(districts("A"), polygon("A", square(0, 0, 1)), polygon("A", square(5, 5, 2)));

    assertThat(area(joined.get(0))).isEqualTo(1 + 4);
  }

  @Test
  void holesAndPartsAreRead() throws Exception {
    String parts =
        "{\"properties\":{\"adcode\":\"B\"},\"geometry\":{\"type\":\"MultiPolygon\",\"coordinates\":[["
            + square(20, 0, 1)
            + "],["
            + square(22, 0, 1)
            + "]]}}";
    List<District> joined =
        join(districts("A", "B"), polygon("A", square(0, 0, 3), square(1, 1, 1)), parts);

    assertThat(area(joined.get(0))).isEqualTo(9 - 1);
    assertThat(area(joined.get(1))).isEqualTo(2);
  }

  @Test
  void aFeatureMayBeNamedByItsOwnIdANumberToo() throws IOException {
    String feature =
        "{\"id\":330102,\"geometry\":{\"type\":\"Polygon\",\"coordinates\":["
            + square(0, 0, 1)
            + "]}}";

    assertThat(join(districts("330102"), collection(feature), "id", Datum.WGS84)).hasSize(1);
  }

  /** The corner of a map published in China lies some 600 m from where GPS has it. */
  @Test
  void shiftedCornersAreBroughtToTheDatumOfGps() throws Exception {
    String shape = collection(polygon("A", square(120, 30, 1)));
    var corner =
        new WKTReader()
            .read(join(districts("A"), shape, "adcode", Datum.GCJ02).get(0).geometryWkt())
            .getCoordinates()[0];
    Gcj02.Position back = Gcj02.ofWgs84(new Gcj02.Position(corner.x, corner.y));

    assertThat(corner.x).isNotEqualTo(120.0);
    assertThat(back.longitude()).isBetween(120 - 1e-8, 120 + 1e-8);
    assertThat(back.latitude()).isBetween(30 - 1e-8, 30 + 1e-8);
  }

  @Test
  void readsAPackedFile() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(collection(polygon("A", square(0, 0, 1))).getBytes(StandardCharsets.UTF_8));
    }
    Path file = Files.write(folder.resolve("s.geojson.gz"), bytes.toByteArray());

    assertThat(
            Polygons.join(
                districts("A"),
                new Geometry(file.toString(), "adcode", Datum.WGS84),
                new Configuration()))
        .hasSize(1);
  }

  @Test
  void districtsWithoutAPolygonAreNamed() {
    assertThatExceptionOfType(UserProblem.class)
        .isThrownBy(
            () ->
                join(
                    districts("A", "B", "C"),
                    polygon("B", square(0, 0, 1)),
                    polygon("X", square(2, 0, 1))))
        .withMessage("districts.geometry: no polygon for 2 districts: A, C.")
        .satisfies(p -> assertThat(p.why()).endsWith("holds 2 polygons, by adcode, such as B, X."));
  }

  @Test
  void aFileThatIsNotThereIsAProblemOfTheSource() {
    Geometry absent = new Geometry(folder.resolve("no.geojson").toString(), "id", Datum.WGS84);

    assertThatExceptionOfType(SourceProblem.class)
        .isThrownBy(() -> Polygons.join(districts("A"), absent, new Configuration()))
        .withMessageContaining("no file at");
  }

  /** What cannot be read is the user's to mend, so it is told with the file. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '~',
      value = {
        "{\"features\":[{\"properties\":{\"adcode\":\"A\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]}}]}"
            + " # a feature is a Point.",
        "{\"features\":[{\"properties\":{\"adcode\":\"A\"},\"geometry\":null}]} # the feature A has no geometry.",
        "{\"features\":[{\"properties\":{\"adcode\":\"A\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[]}}]}"
            + " # the polygon of A cannot be read.",
        "{\"features\":[{\"properties\":{\"adcode\":\"A\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,1]]]}}]}"
            + " # the polygon of A cannot be read.",
        "{\"features\":[{\"properties\":{\"adcode\":\"A\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,1]]]}}]}"
            + " # the polygon of A cannot be read.",
        "{\"features\":[ # is no GeoJSON."
      })
  void whatIsNoPolygonIsToldWithTheMend(String text, String problem) {
    assertThatExceptionOfType(UserProblem.class)
        .isThrownBy(() -> join(districts("A"), text, "adcode", Datum.WGS84))
        .withMessageStartingWith("districts.geometry: ")
        .withMessageContaining(problem.strip())
        .satisfies(p -> assertThat(p.fix()).isNotEmpty())
        .satisfies(p -> assertThat(p.render()).contains("shapes.geojson"));
  }
}
