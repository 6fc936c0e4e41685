package org.cityeval.report.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.cityeval.series.Quantity;
import org.cityeval.table.gold.RankIntervalTable;
import org.cityeval.warehouse.Publication;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** City x has districts b and x: the city shares its id with one of them. */
class ReportTablesTest {
  @TempDir private static Path folder;
  private static WrittenReport written;
  private static ReportData data;

  @BeforeAll
  static void write() {
    written = new WrittenReport(folder);
    data = read("{\"small_counts\":{\"already_public\":\"x\"}}");
  }

  private static ReportData read(String config) {
    return ReportTables.read(written.tables(), written.publication(config));
  }

  @Test
  void theScopeIsByIdAndTheCityIsToldFromTheDistrictOfItsId() {
    assertThat(data.title()).isEqualTo("tiny");
    assertThat(data.scope().cities()).extracting(ReportData.City::id).containsExactly("x (city)");
    assertThat(data.scope().districts())
        .extracting(ReportData.District::id, ReportData.District::cityId)
        .containsExactly(tuple("b", "x (city)"), tuple("x", "x (city)"));
    assertThat(data.scope().indicators()).hasSize(1);
  }

  /** Nobody is compared over the waves of single districts. */
  @Test
  void wavesOfSingleDistrictsStayInTheTables() {
    assertThat(data.scope().periods())
        .extracting(ReportData.Period::cityId, ReportData.Period::id)
        .containsExactly(tuple("x (city)", "span"));
    assertThat(data.results().values())
        .extracting(ReportData.Value::unitId, ReportData.Value::periodId)
        .containsExactly(tuple("b", "span"), tuple("x", "span"), tuple("x (city)", "span"));
    assertThat(data.results().standings())
        .extracting(ReportData.Standing::periodId)
        .containsExactly("span");
  }

  @Test
  void whatAWeightingDoesNotJudgeIsLeftOut() {
    assertThat(data.results().scores())
        .extracting(ReportData.Score::unitId, score -> score.composite().status())
        .containsExactly(tuple("b", "insufficient"), tuple("x", "ok"));
    assertThat(data.results().ranks())
        .extracting(ReportData.Rank::unitId, rank -> rank.place().standing())
        .containsExactly(
            tuple("b", "not_ranked"), tuple("d", "clearly_worse"), tuple("x", "clearly_better"));
    assertThat(data.results().ranks().get(0).group()).isEqualTo("x (city)");
  }

  @Test
  void whatStandsBesideIsReadOfThoseThereIsRoomFor() {
    assertThat(data.results().beside().peers())
        .extracting(BesideData.Peer::unitId)
        .containsExactly("b");
  }

  @Test
  void daysAreSeriesAndTheyAreCounted() {
    assertThat(data.daily().series())
        .extracting(ReportData.Series::unitId, ReportData.Series::cityId)
        .containsExactly(
            tuple("x (city)", "x (city)"), tuple("b", "x (city)"), tuple("x", "x (city)"));
    assertThat(data.daily().series().get(1).values().get(Quantity.NEW_CASES))
        .containsExactly(5.0, Double.NaN);
    assertThat(data.quality().observed())
        .containsExactly(
            new ReportData.Observed("b", 2, 1, 0, 0), new ReportData.Observed("x", 1, 1, 0, 0));
    assertThat(data.daily().waves()).extracting(ReportData.Wave::unitId).containsExactly("b", "x");
    assertThat(data.daily().seriesLimit()).isEqualTo(200);
    assertThat(data.daily().cityLimit()).isEqualTo(100);
  }

  @Test
  void theRunThatReadIsTheNewestThatFoundTheseSources() {
    assertThat(data.quality().readBy()).isEqualTo("read-a");
    assertThat(data.quality().publishedBy()).isEqualTo("published");
  }

  /** The 10th attempt is after the 9th. */
  @Test
  void ofACheckTheLastAttemptCountsAndTheRunThatPublishedBeforeTheOneThatRead() {
    assertThat(data.quality().checks())
        .extracting(ReportData.Check::name, ReportData.Check::observed)
        .containsExactly(tuple("again", "4"), tuple("alone", "5"), tuple("both", "2"));
  }

  @Test
  void refusedRecordsAreCountedBySourceAndReason() {
    assertThat(data.quality().refused())
        .containsExactly(
            new ReportData.Refused("cases", "late", "Of tomorrow", 1),
            new ReportData.Refused("cases", "negative", "A count of -3", 3));
  }

  /** What is refused may be a small count. */
  @Test
  void whereSmallCountsAreWithheldNoRefusedRecordIsShown() {
    ReportData withheld = read("{\"small_counts\":{\"below\":5}}");

    assertThat(withheld.quality().refused())
        .containsExactly(
            new ReportData.Refused("cases", "late", "see ops.quarantine", 1),
            new ReportData.Refused("cases", "negative", "see ops.quarantine", 3));
  }

  /** The log may be lost, and a note of a commit may be another's. */
  @Test
  void whereNoRunIsKnownNothingWasChecked() {
    Publication known = written.publication("{}");
    Map<String, Long> versions = new TreeMap<>(known.tableVersions());
    versions.put(RankIntervalTable.SPEC.qualifiedName(), 0L);
    ReportData.Quality quality =
        ReportTables.read(
                written.tables(),
                new Publication(
                    "tiny",
                    known.asOf(),
                    true,
                    versions,
                    Map.of("lost", "v9"),
                    "hash",
                    "{}",
                    "code"))
            .quality();

    assertThat(quality.readBy()).isNull();
    assertThat(quality.publishedBy()).isNull();
    assertThat(quality.checks()).isEmpty();
    assertThat(quality.refused()).isEmpty();
  }
}
