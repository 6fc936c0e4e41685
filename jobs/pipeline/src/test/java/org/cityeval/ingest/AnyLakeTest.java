package org.cityeval.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cityeval.testing.Cli;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three boroughs by their FIPS codes, told as a column each, by any spelling, by coordinates, and
 * by the part of the state they lie in; read once, then asked.
 */
@ExtendWith(SparkExtension.class)
class AnyLakeTest {
  private static final String CONFIG =
      """
      evaluation: {id: tiny, title: Three boroughs, first_day: 2020-03-01, last_day: 2020-03-09}
      districts:
        path: districts.csv
        code_system: FIPS
        columns: {district_id: fips, district_name: name, city_id: "'ny'", city_name: "'NY'",
          regions: {part: part}}
        geometry: {path: districts.geojson}
      crosswalks:
        boroughs:
          path: spellings.csv
          spelling: array(name, code)
          district_id: fips
          valid_from: from_day
          valid_to: to_day
          numeric_width: 4
          code_system: FIPS
      sources:
        cases:
          path: boroughs.csv
          shape: wide_districts
          crosswalk: boroughs
          date: to_date(date_of_interest, 'MM/dd/yyyy')
          district_columns:
            new_cases: {suffix: _CASE_COUNT}
            mobility_transit_change: {columns: {Bronx riders: BX, Brooklyn riders: BK}}
          measures:
            new_cases: {value: value, kind: daily_count}
            mobility_transit_change: {value: value, kind: percent_change}
        shops:
          path: shops.csv
          options: {encoding: GB18030, thousands: ','}
          shape: long
          district: '`区`'
          crosswalk: boroughs
          code_system: other
          date: to_date(`日期`, 'yyyyMMdd')
          measures:
            enterprises_total: {value: '`店`', kind: level}
        stays:
          path: stays.csv
          shape: long
          place: {longitude: lon, latitude: lat}
          date: day
          measures:
            mobility_activity_change: {value: n, kind: index}
        orders:
          path: orders.csv
          shape: wide_dates
          date_columns: yyyyMMdd
          district: where
          region: part
          unknown_district: out_of_scope
          measures:
            policy_grade: {value: value, kind: grade}
      panel: {mobility: [mobility_activity_change], enterprise: []}
      quality: {maximum_quarantined_share: 1}
      """;

  /** New York's own headings; the sum of the boroughs is a column like theirs. */
  private static final String BOROUGHS =
      """
      date_of_interest,CASE_COUNT,BX_CASE_COUNT,BK_CASE_COUNT,MN_CASE_COUNT,Bronx riders,Brooklyn riders
      03/01/2020,6,1,2,3,-40.5,-39
      03/02/2020,15,4,x,6,,-38
      13/02/2020,15,4,5,6,-1,-2
      """;

  private static final String DISTRICTS =
      """
      fips,name,part
      36005,Bronx,mainland
      36047,Brooklyn,islands
      36061,Manhattan,islands
      """;

  private static final String ORDERS =
      """
      where,20200301,20200302
      islands,3,
      mainland,1,none
      upstate,0,0
      """;

  private static final String SPELLINGS =
      """
      name,code,fips,from_day,to_day
      Bronx,0101,36005,,
      布朗克斯,BX,36005,,
      Brooklyn,BK,36047,,
      Manhattan,MN,36061,,
      Kings,,36047,,
      Kings,,06031,,
      Oldtown,0104,36047,,2020-03-02
      Oldtown,0104,36061,2020-03-05,
      Elsewhere,,99999,,
      """;

  private static final String SHOPS =
      """
      日期,区,店
      20200301, BRONX\u00a0,"1,234"
      20200302,布朗克斯,5
      20200303,101.0,6
      20200304,0101,7
      20200305,Ｂｒｏｎｘ,8
      20200301,Kings,9
      20200301,Oldtown,10
      20200303,Oldtown,11
      20200306,104,12
      20200301,Brnox,13
      20201301,Bronx,14
      not a day,Oldtown,15
      20200307,Bronx,"1,23"
      20200308,Bronx,"\u3000"
      20200309,"Bro
      nx",16
      20200309,Elsewhere,17
      """;

  private static final String STAYS =
      """
      day,lon,lat,n
      2020-03-01,10.5,50.5,1
      2020-03-01,11,50.25,2
      2020-03-01,12.5,50.5,3
      2020-03-01,10.5,52,4
      2020-03-01,,50.5,5
      2020-03-01,east,50.5,6
      2020-03-01,10.5,95,7
      2020-03-01,0,0.0,8
      """;

  @TempDir private static Path folder;
  private static TinyLake lake;

  @BeforeAll
  static void ingestTheLake() throws IOException {
    lake =
        TinyLake.in(folder)
            .write("tiny.yaml", CONFIG)
            .write("districts.csv", DISTRICTS)
            .write("districts.geojson", squares("36005", "36047", "36061"))
            .write("boroughs.csv", BOROUGHS)
            .write("spellings.csv", SPELLINGS)
            .write("stays.csv", STAYS)
            .write("orders.csv", ORDERS);
    Files.write(lake.file("shops.csv"), SHOPS.getBytes(Charset.forName("GB18030")));

    Cli.Answer answer = lake.run("ingest");

    assertThat(answer.exit()).as(answer.err()).isZero();
  }

  /** A row of squares of one degree, from 10° E, 50° N. */
  private static String squares(String... ids) {
    StringBuilder features = new StringBuilder();
    for (int i = 0; i < ids.length; i++) {
      features
          .append(i == 0 ? "" : ",")
          .append("{'type': 'Feature', 'id': '" + ids[i] + "', 'geometry': {'type': 'Polygon',")
          .append(
              "'coordinates': [[[w,50],[e,50],[e,51],[w,51],[w,50]]]}}"
                  .replace("w", String.valueOf(10 + i))
                  .replace("[e", "[" + (11 + i)));
    }
    return ("{'type': 'FeatureCollection', 'features': [" + features + "]}").replace('\'', '"');
  }

  private static List<String> kept(String measure) {
    return lake.sql(
            "select date, district_id, value from silver.observation where measure = '"
                + measure
                + "' order by 1, 2")
        .rows();
  }

  private static List<String> refused(String source) {
    return lake.sql(
            "select position, reason_code from ops.quarantine where source_id = 'tiny/"
                + source
                + "' order by position")
        .rows();
  }

  @Test
  void aColumnADistrictIsAsGoodAsARow() {
    assertThat(kept("new_cases"))
        .containsExactly(
            "2020-03-01,36005,1",
            "2020-03-01,36047,2",
            "2020-03-01,36061,3",
            "2020-03-02,36005,4",
            "2020-03-02,36061,6");
    assertThat(kept("mobility_transit_change"))
        .containsExactly("2020-03-01,36005,-40.5", "2020-03-01,36047,-39", "2020-03-02,36047,-38");
    assertThat(refused("cases"))
        .containsExactly(
            "boroughs.csv:3:BK_CASE_COUNT new_cases,unparsable_number",
            "boroughs.csv:4:BK_CASE_COUNT new_cases,unparsable_date",
            "boroughs.csv:4:BX_CASE_COUNT new_cases,unparsable_date",
            "boroughs.csv:4:Bronx riders mobility_transit_change,unparsable_date",
            "boroughs.csv:4:Brooklyn riders mobility_transit_change,unparsable_date",
            "boroughs.csv:4:MN_CASE_COUNT new_cases,unparsable_date");
  }

  @Test
  void everyDeclaredSpellingIsTheDistrictAndNoOtherIsGuessed() {
    assertThat(kept("enterprises_total"))
        .containsExactly(
            "2020-03-01,36005,1234",
            "2020-03-01,36047,10",
            "2020-03-02,36005,5",
            "2020-03-03,36005,6",
            "2020-03-04,36005,7",
            "2020-03-05,36005,8",
            "2020-03-06,36061,12");
    // Line 17 is where the broken name ends; its line break is no space within the name.
    assertThat(refused("shops"))
        .containsExactly(
            "shops.csv:11 enterprises_total,unknown_district",
            "shops.csv:12 enterprises_total,unparsable_date",
            "shops.csv:13 enterprises_total,unparsable_date",
            "shops.csv:14 enterprises_total,unparsable_number",
            "shops.csv:17 enterprises_total,unknown_district",
            "shops.csv:18 enterprises_total,unknown_district",
            "shops.csv:7 enterprises_total,ambiguous_district",
            "shops.csv:9 enterprises_total,code_not_valid");
    assertThat(
            lake.sql(
                    "select reason from ops.quarantine where position in ('shops.csv:7"
                        + " enterprises_total', 'shops.csv:9 enterprises_total', 'shops.csv:11"
                        + " enterprises_total') order by reason")
                .rows())
        .containsExactly(
            "The district is not on the evaluation's list: Brnox (nearest: bronx)",
            "The spelling stands for more than one district: Kings: 06031 or 36047",
            "The spelling stands for no district on that day: Oldtown on 2020-03-03");
  }

  @Test
  void aPlaceBelongsToThePolygonItLiesIn() {
    // On the border of 36005 and 36047, line 3 belongs to the smaller: two of 2020-03-01 that
    // contradict each other; 12.5 E is 36061's; 52 N is outside and out of scope.
    assertThat(kept("mobility_activity_change")).containsExactly("2020-03-01,36061,3");
    assertThat(refused("stays"))
        .containsExactly(
            "stays.csv:2 mobility_activity_change,conflicting_duplicate",
            "stays.csv:3 mobility_activity_change,conflicting_duplicate",
            "stays.csv:6 mobility_activity_change,no_place",
            "stays.csv:7 mobility_activity_change,unparsable_place",
            "stays.csv:8 mobility_activity_change,impossible_place",
            "stays.csv:9 mobility_activity_change,no_place");
  }

  @Test
  void whatIsSaidOfARegionHoldsInItsDistricts() {
    assertThat(kept("policy_grade"))
        .containsExactly("2020-03-01,36005,1", "2020-03-01,36047,3", "2020-03-01,36061,3");
    assertThat(refused("orders"))
        .containsExactly("orders.csv:3:20200302 policy_grade,unparsable_number");
  }

  @Test
  void theEquationCountsEachRecordOnce() {
    // Cases: 3 rows of 5 cells: 8 good, 1 blank, 6 refused. Shops: 16 = 7 + 1 blank + 8 refused.
    // Stays: 8 = 1 good + 1 outside + 6 refused. Orders: 3 rows of 2 cells: 2 good, of three
    // districts; 1 blank, 1 refused, 2 of a region without districts.
    assertThat(
            lake.sql("select observed from ops.quality_check where check = 'record equation'")
                .rows())
        .containsExactly(
            "good 18 + missing 3 + out_of_scope 3 + quarantined 21 + deduplicated 0 = 45");
  }
}
