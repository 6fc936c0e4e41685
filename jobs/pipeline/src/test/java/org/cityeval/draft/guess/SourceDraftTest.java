package org.cityeval.draft.guess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cityeval.draft.guess.SampleTables.table;

import java.util.List;
import java.util.Set;
import org.cityeval.draft.guess.SourceDraft.Districts;
import org.cityeval.series.Quantity;
import org.junit.jupiter.api.Test;

class SourceDraftTest {
  private static final Set<String> IDS = Set.of("7", "8", "9");
  private static final Districts KNOWN = new Districts(IDS, "code", IDS, false);

  private static SourceDraft of(Districts known, String path, String... lines) {
    return SourceDraft.draft(FileFamily.group(List.of(table(path, lines))).get(0), "s", known);
  }

  @Test
  void aTableOfAMeasureByDistrictAndDayIsASource() {
    SourceDraft source =
        of(KNOWN, "f.csv", "day,code,new_cases,temp", "2020-03-01,7,1,9.5", "2020-03-01,8,2,9.5");

    assertThat(source.isSource()).isTrue();
    assertThat(source.isSeries()).isTrue();
    assertThat(source.gives(Quantity.NEW_CASES)).isTrue();
    assertThat(source.gives(Quantity.POLICY_GRADE)).isFalse();
    assertThat(source.notes()).isEmpty();
    assertThat(source.unused()).containsExactly("temp");
  }

  @Test
  void whatIsNoneSaysWhy() {
    assertThat(of(KNOWN, "f.csv", "day,code,temp", "2020-03-01,7,9.5", "2020-03-01,8,9.5").notes())
        .containsExactly("no word of it speaks of a measure of the vocabulary");
    assertThat(of(KNOWN, "f.csv", "code,new_cases", "7,9", "8,9").notes())
        .containsExactly("neither a column nor the headings are days");
    assertThat(of(KNOWN, "f.csv", "name,1/1/20,1/2/20,1/3/20,1/4/20,1/5/20", "x,1,2,3,4,5").notes())
        .containsExactly("no column speaks of the districts of the list");
  }

  @Test
  void aTableOfOrdersWithoutAGradeSaysThatItNeedsOne() {
    SourceDraft source =
        of(KNOWN, "orders.csv", "day,code,order", "2020-03-01,7,schools", "2020-03-01,8,bars");

    assertThat(source.isSource()).isFalse();
    assertThat(source.notes()).hasSize(2);
    assertThat(source.notes().get(1)).startsWith("it tells of orders");
  }

  @Test
  void gradesOfOrdersAreNoSeries() {
    SourceDraft source = of(KNOWN, "f.csv", "day,code,grade", "2020-03-01,7,1", "2020-03-09,7,3");

    assertThat(source.isSource()).isTrue();
    assertThat(source.isSeries()).isFalse();
  }

  @Test
  void placesDoWhereTheListHasPolygons() {
    String[] trips = {
      "pickup,dropoff,lon,lat",
      "2020-03-01 08:00:00,2020-03-01 09:00:00,120.1,30.2",
      "2020-03-01 08:00:00,2020-03-01 09:00:00,120.2,30.3"
    };
    Districts polygons = new Districts(IDS, "code", IDS, true);

    // Without a key the shape asks for two times and several rows a day, as trips have.
    assertThat(of(polygons, "trips.csv", trips).isSource()).isTrue();
    assertThat(of(KNOWN, "trips.csv", trips).isSource()).isFalse();
  }

  @Test
  void longitudeAndLatitudeAreKnownByTheirHeadings() {
    assertThat(SourceDraft.place(table("f.csv", "pickup_latitude,pickup_longitude", "30.2,120.1")))
        .contains(List.of("pickup_longitude", "pickup_latitude"));
    assertThat(SourceDraft.place(table("f.csv", "经度,纬度", "120.1,30.2")))
        .contains(List.of("经度", "纬度"));
    assertThat(SourceDraft.place(table("f.csv", "lng,n", "120.1,30.2"))).isEmpty();
    assertThat(SourceDraft.place(table("f.csv", "lon,lat", "west,north"))).isEmpty();
    assertThat(SourceDraft.place(table("f.csv", "belong,flat", "1,2"))).isEmpty();
  }

  @Test
  void aPathMayNameADay() {
    String[] lines = {"day,code,new_cases", "2020-03-01,7,1"};

    assertThat(of(KNOWN, "2020-05-08/cases.csv", lines).dayInPath()).contains("2020-05-08");
    assertThat(of(KNOWN, "cases-20200508.csv", lines).dayInPath()).isEmpty();
  }

  @Test
  void furtherNotesStandBehindItsOwn() {
    SourceDraft source =
        of(KNOWN, "f.csv", "day,code,new_cases", "2020-03-01,7,1", "2020-03-01,8,2");
    SourceDraft without = source.with(List.of(), List.of("taken from t"));

    assertThat(without.isSource()).isFalse();
    assertThat(without.notes()).containsExactly("taken from t");
    assertThat(without.unused()).contains("new_cases");
  }
}
