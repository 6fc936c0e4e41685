package org.cityeval.job.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cityeval.job.ingest.TinyIngest.PUBLISHED;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.cityeval.config.load.ConfigLoader;
import org.cityeval.ingest.Mend;
import org.cityeval.ingest.ReadPlan;
import org.cityeval.ingest.Reason;
import org.cityeval.problem.SourceProblem;
import org.cityeval.run.Run;
import org.cityeval.testing.SparkExtension;
import org.cityeval.testing.TinyLake;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Two files of cases; in each the first record is no number. */
@ExtendWith(SparkExtension.class)
class SourceReadingTest {
  private static final Mend OF_A =
      new Mend(
          "a.csv",
          "a.csv:2 new_cases",
          "{\"day\":\"2020-03-01\",\"district\":\"A\",\"new_cases\":\"x\"}",
          Optional.of("{\"day\":\"2020-03-01\",\"district\":\"A\",\"new_cases\":\"7\"}"));

  private final SparkSession spark;
  @TempDir private Path folder;
  private TinyLake lake;

  SourceReadingTest(SparkSession spark) {
    this.spark = spark;
  }

  @BeforeEach
  void divideTheCases() {
    lake =
        TinyLake.in(folder)
            .write("cases/a.csv", "day,district,new_cases\n2020-03-01,A,x\n2020-03-01,B,1\n")
            .write("cases/b.csv", "day,district,new_cases\n2020-03-02,A,x\n")
            .configure("path: cases.csv", "path: cases");
  }

  /** A run that is the first attempt of another one, by another version of the code. */
  private TinyIngest ingest(String runId, String code, Map<String, String> variables) {
    Run run = TinyLake.in(folder.resolve("other")).begin(spark);
    return TinyIngest.of(
        new Run(
            new Run.Identity(runId, 1, "test", code),
            ConfigLoader.load(lake.config(), variables, List.of()),
            "hash",
            run.warehouse(),
            Optional.empty(),
            Run.Extent.CHANGES));
  }

  private TinyIngest ingest() {
    return ingest("run", "code", Map.of());
  }

  private static ReadPlan.Known[] known(SourceReading before) {
    return before.present().stream()
        .map(
            file ->
                TinyIngest.known(
                    before,
                    TinyIngest.tally(file.label(), PUBLISHED, 1, "2020-03-01", "2020-03-01")))
        .toArray(ReadPlan.Known[]::new);
  }

  @Test
  void aSourceThatIsAbsentIsNamedAsTheConfigNamesIt() {
    lake.configure("path: cases\n", "path: nowhere\n");

    assertThatThrownBy(() -> ingest().source("cases"))
        .isInstanceOf(SourceProblem.class)
        .hasMessageContaining("sources.cases")
        .hasMessageContaining("nowhere");
  }

  @Test
  void aMendHasItsFileReadAnewAndNoOther() {
    ReadPlan.Known[] known = known(ingest().source("cases"));

    SourceReading mended = ingest().mended("cases", List.of(OF_A), known);

    assertThat(mended.plan().read()).containsExactly("a.csv");
    assertThat(mended.isMended("a.csv")).isTrue();
    assertThat(mended.isMended("b.csv")).isFalse();
  }

  /** What was read with a mend is read again where the mend is another or gone. */
  @Test
  void aMendIsPartOfWhatAFileIsMappedBy() {
    ReadPlan.Known[] known = known(ingest().mended("cases", List.of(OF_A)));
    Mend withdrawn = new Mend(OF_A.file(), OF_A.position(), OF_A.refused(), Optional.empty());

    assertThat(ingest().mended("cases", List.of(OF_A), known).isUnchanged()).isTrue();
    assertThat(ingest().mended("cases", List.of(withdrawn), known).plan().read())
        .containsExactly("a.csv");
    assertThat(ingest().source("cases", known).plan().read()).containsExactly("a.csv");
  }

  @Test
  void theOrderOfMendsIsNoPartOfIt() {
    Mend other = new Mend("a.csv", "a.csv:3 new_cases", "{}", Optional.empty());

    assertThat(ingest().mended("cases", List.of(OF_A, other)).mappingHash("a.csv"))
        .isEqualTo(ingest().mended("cases", List.of(other, OF_A)).mappingHash("a.csv"));
  }

  @Test
  void anotherConfigAnotherCodeOrAnotherListOfDistrictsMapsOtherwise() {
    ReadPlan.Known[] known = known(ingest().source("cases"));

    assertThat(ingest("another", "code", Map.of()).source("cases", known).isUnchanged()).isTrue();
    assertThat(ingest("run", "newer", Map.of()).source("cases", known).plan().read()).hasSize(2);
    TinyIngest fewer = TinyIngest.of(ingest().run(), ingest().districts().subList(0, 2));
    assertThat(fewer.source("cases", known).plan().read()).hasSize(2);
    lake.configure("kind: daily_count", "kind: cumulative_count");
    assertThat(ingest().source("cases", known).plan().read()).hasSize(2);
  }

  /** The day of publication of a record may be that of any file. */
  @Test
  void whereNothingTellsTheDayOfPublicationOneChangeHasAllFilesRead() {
    lake.change(
        "tiny.yaml",
        "district: district\n    as_of: 2020-04-10\n    measures:\n      new_",
        "district: district\n    measures:\n      new_");
    ReadPlan.Known[] known = known(ingest().source("cases"));

    assertThat(ingest().source("cases", known).isUnchanged()).isTrue();
    assertThat(ingest().source("cases", known[0]).plan().read())
        .containsExactlyInAnyOrder("a.csv", "b.csv");
  }

  /** What a variable holds is in no hash: whether it changed cannot be told. */
  @Test
  void aSourceMappedThroughAVariableIsReadByEveryRun() {
    lake.configure("path: cases\n", "path: cases\n    where: district <> '${LEFT_OUT}'\n");
    Map<String, String> variables = Map.of("LEFT_OUT", "nobody");
    ReadPlan.Known[] known = known(ingest("run", "code", variables).source("cases"));

    assertThat(ingest("next", "code", variables).source("cases", known).plan().read()).hasSize(2);
    SourceReading mobility = ingest("run", "code", variables).source("mobility");
    assertThat(ingest("next", "code", variables).source("mobility", known(mobility)).isUnchanged())
        .isTrue();
  }

  @Test
  void aRowIsARecordAMeasureOrOneADay() {
    lake.configure(
        "{value: output, kind: percent_change}",
        "{value: output, kind: percent_change}\n"
            + "      enterprise_revenue_change: {value: output, kind: percent_change}");

    assertThat(ingest().source("enterprises").open(Set.of("enterprises.csv")).recordsOfRow())
        .isEqualTo(2);
    assertThat(ingest().source("cases").open(Set.of("a.csv")).recordsOfRow()).isEqualTo(1);
    assertThat(ingest().source("mobility").open(Set.of("mobility.csv")).recordsOfRow())
        .isEqualTo(TinyLake.DAYS);
  }

  @Test
  void ofAWideFileTheLastCellAloneMayBeCutShort() {
    SourceReading wide = ingest().source("mobility");

    assertThat(Arrays.stream(Reason.values()).filter(wide::isOneCell))
        .containsExactly(Reason.CUT_SHORT);
    assertThat(Reason.values()).noneMatch(ingest().source("cases")::isOneCell);
  }

  @Test
  void theDayItMustReachIsThatOfTheConfig() {
    assertThat(ingest().source("cases").expectedThrough()).isEmpty();

    lake.configure("path: cases\n", "path: cases\n    expected_through: 2020-04-08\n");
    assertThat(ingest().source("cases").expectedThrough()).contains(LocalDate.of(2020, 4, 8));
  }

  private static List<String> records(TinyIngest ingest, SourceReading cases, String... files) {
    return cases
        .records(Set.of(files), ingest.keys())
        .rows()
        .selectExpr("concat_ws(' ', position, district_id, value, reason_code, mended)")
        .collectAsList()
        .stream()
        .map(Row::mkString)
        .sorted()
        .toList();
  }

  @Test
  void recordsAreThoseOfTheFilesAskedForWithTheirMends() {
    TinyIngest ingest = ingest();
    SourceReading cases = ingest.mended("cases", List.of(OF_A));

    assertThat(records(ingest, cases, "a.csv", "b.csv"))
        .containsExactly(
            "a.csv:2 new_cases A 7.0 none true",
            "a.csv:3 new_cases B 1.0 none false",
            "b.csv:2 new_cases A unparsable_number false");
    assertThat(records(ingest, cases, "b.csv"))
        .containsExactly("b.csv:2 new_cases A unparsable_number false");
    assertThat(records(ingest, ingest.source("cases"), "a.csv"))
        .containsExactly(
            "a.csv:2 new_cases A unparsable_number false", "a.csv:3 new_cases B 1.0 none false");
  }
}
