package org.cityeval.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.cityeval.assembly.MeasureKind;
import org.cityeval.config.EvaluationConfig;
import org.cityeval.config.lake.Mapping.UnknownDistrict;
import org.cityeval.config.lake.SourceConfig;
import org.cityeval.config.load.ConfigLoader;
import org.cityeval.draft.guess.LakeDraft;
import org.cityeval.draft.sample.FolderLook;
import org.cityeval.series.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Drafts of lakes made up after published schemas, held against what those schemas say. */
class UnknownLakesTest {
  @TempDir private Path folder;

  private EvaluationConfig loaded() throws IOException {
    Path file = folder.resolve("draft.yaml");
    Files.writeString(
        file, DraftConfig.print(LakeDraft.guess("lake", FolderLook.at(folder, folder))));
    return ConfigLoader.load(file, Map.of(), List.of());
  }

  private static void isKind(SourceConfig source, Quantity measure, MeasureKind kind) {
    assertThat(source.measures().get(measure).kind()).as(measure.column()).isEqualTo(kind);
  }

  @Test
  void boroughsOfNewYorkAreColumnsAndCountiesAreTheirOtherCodes() throws IOException {
    BoroughLakes.newYork(folder);

    EvaluationConfig config = loaded();

    assertThat(config.districts().columns().districtId()).isEqualTo("borough_code");
    assertThat(config.districts().location().path()).endsWith("/boroughs.csv");
    SourceConfig cases = config.sources().get("data_by_day");
    assertThat(cases.mapping().date()).isEqualTo("to_date(date_of_interest, 'M/d/yyyy')");
    // The suffix of confirmed cases is that of probable ones too, so that they are named.
    assertThat(cases.key().districtColumns().get(Quantity.NEW_CASES).columns())
        .containsOnly(
            Map.entry("BX_CASE_COUNT", "BX"),
            Map.entry("BK_CASE_COUNT", "BK"),
            Map.entry("MN_CASE_COUNT", "MN"),
            Map.entry("QN_CASE_COUNT", "QN"),
            Map.entry("SI_CASE_COUNT", "SI"));
    isKind(cases, Quantity.NEW_CASES, MeasureKind.DAILY_COUNT);
    SourceConfig google = config.sources().get("2020_us_region_mobility_report");
    assertThat(google.mapping().district()).isEqualTo("census_fips_code");
    assertThat(config.crosswalks().get(google.key().crosswalk()).spelling())
        .contains("county_fips");
    isKind(google, Quantity.MOBILITY_RESIDENTIAL_CHANGE, MeasureKind.PERCENT_CHANGE);
    isKind(
        config.sources().get("subway_ridership"),
        Quantity.MOBILITY_ACTIVITY_CHANGE,
        MeasureKind.LEVEL);
    isKind(config.sources().get("restriction_grades"), Quantity.POLICY_GRADE, MeasureKind.GRADE);
  }

  @Test
  void boroughsOfLondonAreFoundAmongTheCodesOfTheCountry() throws IOException {
    BoroughLakes.london(folder);

    EvaluationConfig config = loaded();

    assertThat(config.districts().location().path()).endsWith("/boroughs.csv");
    assertThat(config.districts().columns().districtName()).isEqualTo("LAD20NM");
    assertThat(config.districts().columns().cityId()).isEqualTo("RGN20NM");
    SourceConfig cases = config.sources().get("ltla_newcasesbyspecimendate");
    assertThat(cases.mapping().district()).isEqualTo("areaCode");
    assertThat(cases.mapping().unknownDistrict()).isEqualTo(UnknownDistrict.OUT_OF_SCOPE);
    isKind(cases, Quantity.NEW_CASES, MeasureKind.DAILY_COUNT);
    SourceConfig google = config.sources().get("2020_gb_region_mobility_report");
    assertThat(google.mapping().district()).isEqualTo("sub_region_2");
    assertThat(config.crosswalks().get(google.key().crosswalk()).spelling())
        .contains("concat('London Borough of ', LAD20NM)", "concat('City of ', LAD20NM)");
    isKind(
        config.sources().get("tfl_station_taps"),
        Quantity.MOBILITY_ACTIVITY_CHANGE,
        MeasureKind.INDEX);
    isKind(config.sources().get("local_alert_levels"), Quantity.POLICY_GRADE, MeasureKind.GRADE);
    // The index that ends in April would have ended the evaluation then.
    assertThat(config.sources()).doesNotContainKey("footfall_spring");
    assertThat(config.evaluation().lastDay()).isEqualTo("2020-12-31");
  }

  @Test
  void aTableOfUnemploymentIsNoListOfDistricts() throws IOException {
    BoroughLakes.london(folder);
    Files.delete(folder.resolve("boroughs.csv"));

    assertThat(DraftConfig.print(LakeDraft.guess("lake", FolderLook.at(folder, folder))))
        .contains("DECIDE: no file looks like a list of districts")
        .contains("unemployment_by_lad.csv: 120 rows without days");
  }

  @Test
  void aSourceOfAnotherMeasureThatIsShortOfTheSpanGivesWayToo() throws IOException {
    BoroughLakes.london(folder);
    Path spring = folder.resolve("footfall_spring.csv");
    Files.writeString(spring, Files.readString(spring).replace("travel_index", "distance_index"));

    String draft = DraftConfig.print(LakeDraft.guess("lake", FolderLook.at(folder, folder)));

    assertThat(draft)
        .contains("last_day: 2020-12-31")
        .contains(
            "distance_index is mobility_distance_change, but reaches 20 % of the days;"
                + " 2020_gb_region_mobility_report covers them");
  }

  @Test
  void aLevelInAFileOfOrdersIsAGrade() throws IOException {
    BoroughLakes.newYork(folder);
    Path grades = folder.resolve("restriction_grades.csv");
    Files.writeString(
        folder.resolve("policy_events.csv"),
        Files.readString(grades).replace("restriction_grade", "level"));
    Files.delete(grades);

    isKind(loaded().sources().get("policy_events"), Quantity.POLICY_GRADE, MeasureKind.GRADE);
  }

  /** An order that was not given has no day; with many such the file is no series. */
  @ParameterizedTest
  @ValueSource(strings = {"3/16/2020,9/21/2020", ","})
  void ordersWithoutAGradeAreTold(String days) throws IOException {
    BoroughLakes.newYork(folder);
    Files.writeString(
        folder.resolve("npis.csv"),
        """
        borough_code,npi,start_date,end_date
        BX,school_closure,3/16/2020,9/21/2020
        BK,school_closure,3/16/2020,9/21/2020
        MN,shelter_in_place,3/22/2020,6/8/2020
        QN,shelter_in_place,3/22/2020,6/8/2020
        SI,gathering_size_10_0,3/20/2020,7/6/2020
        BX,gathering_size_10_0,3/20/2020,7/6/2020
        """
            .replace("3/16/2020,9/21/2020", days));

    assertThat(DraftConfig.print(LakeDraft.guess("lake", FolderLook.at(folder, folder))))
        .contains("it tells of orders: give each kind a grade from 0, none, to 4, stay at home")
        .contains("npi (gathering_size_10_0, school_closure, shelter_in_place)");
  }
}
