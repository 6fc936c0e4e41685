package org.cityeval.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cityeval.report.data.ReportData;
import org.junit.jupiter.api.Test;

class DistrictShapesTest {

  /** RFC 7946 leaves the order of members open; a page that is compared byte by byte does not. */
  @Test
  void theMembersOfAShapeComeInOneOrder() {
    ReportData.District square =
        new ReportData.District(
            "7", "1", "Seven", null, 1.0, "MULTIPOLYGON (((0 0, 4 0, 4 2, 0 2, 0 0)))");

    assertThat(ReportPage.json(DistrictShapes.geoJson(List.of(square))))
        .isEqualTo(
            "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\","
                + "\"properties\":{\"name\":\"7\"},\"geometry\":{\"type\":\"MultiPolygon\","
                + "\"coordinates\":[[[[0.0,0.0],[4.0,0.0],[4.0,2.0],[0.0,2.0],[0.0,0.0]]]]}}]}");
  }
}
