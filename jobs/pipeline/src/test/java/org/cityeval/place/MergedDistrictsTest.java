package org.cityeval.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.cityeval.config.lake.DistrictsConfig.Merge;
import org.cityeval.problem.UserProblem;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Four squares in a row, W C H T; the two in the middle become one. */
class MergedDistrictsTest {
  private static final List<District> LISTED =
      List.of(
          district("C", 10_000, List.of("H", "W"), 11, Map.of("income", 90.0)),
          district("H", 270_000, List.of("C", "T"), 12, Map.of("income", 30.0)),
          district("T", 300_000, List.of("H"), 13, Map.of("income", 40.0)),
          district("W", 200_000, List.of("C"), 10, Map.of()));

  private static District district(
      String id, double residents, List<String> neighbours, int west, Map<String, Double> numbers) {
    String wkt =
        "POLYGON ((%1$d 50, %2$d 50, %2$d 51, %1$d 51, %1$d 50))".formatted(west, west + 1);
    return new District(
        id,
        "name " + id,
        null,
        "ldn",
        "London",
        null,
        residents,
        neighbours,
        wkt,
        Map.of("state", id.equals("W") ? "west" : "east"),
        numbers,
        Map.of());
  }

  private static List<District> merged(String id, String... parts) {
    return MergedDistricts.merge(LISTED, Map.of(id, new Merge(List.of(parts), null, null)));
  }

  @Test
  void theWholeIsWhatItsPartsAre() throws ParseException {
    List<District> districts = merged("CH", "H", "C");

    assertThat(districts).extracting(District::districtId).containsExactly("CH", "T", "W");
    District whole = districts.get(0);
    assertThat(whole.name()).isEqualTo("name H + name C");
    assertThat(whole.population()).isEqualTo(280_000);
    assertThat(whole.neighbours()).containsExactly("T", "W");
    assertThat(districts.get(1).neighbours()).containsExactly("CH");
    assertThat(districts.get(2).neighbours()).containsExactly("CH");
    assertThat(whole.regions()).containsEntry("state", "east");
    // (270 · 30 + 10 · 90) / 280 = 9,000 / 280.
    assertThat(whole.attributes().get("income")).isEqualTo(9000.0 / 280);
    Geometry union = new WKTReader().read(whole.geometryWkt());
    assertThat(
            union.equalsTopo(new WKTReader().read("POLYGON ((11 50, 13 50, 13 51, 11 51, 11 50))")))
        .isTrue();
    assertThat(whole.ids()).containsExactly("C", "H", "CH");
  }

  @Test
  void anAttributeThatAPartLacksIsUnknown() {
    List<District> districts =
        MergedDistricts.merge(
            LISTED.stream()
                .map(
                    d -> d.districtId().equals("H") ? district("H", 1, List.of(), 12, Map.of()) : d)
                .toList(),
            Map.of("CH", new Merge(List.of("C", "H"), "Both", "两区")));

    assertThat(districts.get(0).attributes()).isEmpty();
    assertThat(districts.get(0).name()).isEqualTo("Both");
    assertThat(districts.get(0).nameZh()).isEqualTo("两区");
  }

  @Test
  void saysWhatCannotBeMerged() {
    assertThatThrownBy(() -> merged("CX", "C", "X"))
        .isInstanceOf(UserProblem.class)
        .hasMessageContaining("districts.merge.CX.parts: no district X.");
    assertThatThrownBy(() -> merged("T", "C", "H"))
        .hasMessageContaining("districts.merge.T: T is on the list itself.");
    assertThatThrownBy(() -> merged("CW", "C", "W"))
        .hasMessageContaining("districts.merge.CW.parts: state of W is west.");
    assertThatThrownBy(
            () ->
                MergedDistricts.merge(
                    List.of(LISTED.get(0), district("H", Double.NaN, List.of(), 12, Map.of())),
                    Map.of("CH", new Merge(List.of("C", "H"), null, null))))
        .hasMessageContaining("the residents of H are unknown.");
  }
}
