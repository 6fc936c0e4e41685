package org.cityeval.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.cityeval.problem.UserProblem;
import org.cityeval.table.gold.CityTable;
import org.cityeval.table.gold.DistrictTable;
import org.cityeval.table.ops.RunTable;
import org.cityeval.table.spec.Keys;
import org.cityeval.table.spec.TableColumn;
import org.cityeval.table.spec.TableRow;
import org.cityeval.testing.PublishedFew;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Districts C, A and B of the evaluation one, and A of two, each row in a file of its own. */
class StoredRowsTest {
  @TempDir private Path folder;

  private PublishedFew few;

  @BeforeEach
  void write() {
    few = new PublishedFew(folder);
    few.write(
        DistrictTable.SPEC,
        row("one", "C", "Cedar", null),
        row("one", "A", "Alder", 5.0),
        row("two", "A", "Ash", 7.0),
        row("one", "B", null, 6.0));
  }

  private static TableRow row(String evaluation, String id, String name, Double population) {
    return PublishedFew.row(DistrictTable.SPEC, evaluation)
        .set(Keys.DISTRICT_ID, id)
        .set(DistrictTable.NAME, name)
        .set(DistrictTable.POPULATION, population);
  }

  private StoredRows rows() {
    return few.tables().rows(DistrictTable.SPEC);
  }

  private static List<String> names(StoredRows rows) {
    return rows.list().stream().map(row -> String.valueOf(row.get(DistrictTable.NAME))).toList();
  }

  @Test
  void rowsStandInTheOrderOfTheKey() {
    assertThat(names(rows())).containsExactly("Alder", "null", "Cedar", "Ash");
    assertThat(rows().first().orElseThrow().get(DistrictTable.NAME)).isEqualTo("Alder");
  }

  @Test
  void onlyTheColumnsThatAreAskedAreRead() {
    StoredRow row =
        rows()
            .columns(Keys.DISTRICT_ID, DistrictTable.POPULATION)
            .where(Keys.EVALUATION_ID, "one")
            .list()
            .get(0);

    assertThat(row.cells().subList(0, 2)).containsExactly("A", 5.0);
    assertThat(row.columns()).containsExactly("district_id", "population", "evaluation_id");
  }

  /** A column of ids has each of them many times, and rows are kept while a page is made. */
  @Test
  void equalTextsOfAListAreHeldOnce() {
    List<StoredRow> rows = rows().list();

    assertThat(rows)
        .extracting(row -> row.get(Keys.DISTRICT_ID))
        .containsExactly("A", "B", "C", "A");
    assertThat(rows.get(3).get(Keys.DISTRICT_ID)).isSameAs(rows.get(0).get(Keys.DISTRICT_ID));
    assertThat(rows.get(1).get(Keys.EVALUATION_ID)).isSameAs(rows.get(0).get(Keys.EVALUATION_ID));
  }

  /** The evaluation partitions the table, the name does not. */
  @Test
  void conditionsHoldForColumnsOfEveryKindThoughTheyAreNotShown() {
    assertThat(names(rows().where(Keys.EVALUATION_ID, "one").where(DistrictTable.NAME, "Alder")))
        .containsExactly("Alder");
    assertThat(rows().columns(DistrictTable.POPULATION).where(Keys.EVALUATION_ID, "two").list())
        .singleElement()
        .satisfies(row -> assertThat(row.get(DistrictTable.POPULATION)).isEqualTo(7.0));
    assertThat(names(rows().where(Keys.AS_OF, PublishedFew.AS_OF.plusDays(1)))).isEmpty();
    assertThat(names(rows().where(Keys.AS_OF, PublishedFew.AS_OF))).hasSize(4);
    assertThat(names(rows().where(row -> row.get(DistrictTable.POPULATION) == null)))
        .containsExactly("Cedar");
  }

  @Test
  void oneOfSomeValuesIsEnoughAndNoneIsNever() {
    assertThat(names(rows().whereAny(Keys.DISTRICT_ID, Set.of("B", "C", "Z"))))
        .containsExactly("null", "Cedar");
    assertThat(names(rows().whereAny(Keys.EVALUATION_ID, Set.of("one", "two")))).hasSize(4);
    assertThat(names(rows().whereAny(Keys.DISTRICT_ID, Set.of()))).isEmpty();
    assertThat(names(rows().whereAny(Keys.EVALUATION_ID, Set.of()))).isEmpty();
  }

  /** An empty cell is no value, whatever is asked. */
  @Test
  void anEmptyCellMeetsNoValue() {
    assertThat(names(rows().where(DistrictTable.NAME, "Birch"))).isEmpty();
  }

  @Test
  void aVersionStaysWhatItWas() {
    assertThat(few.tables().rows(DistrictTable.SPEC, 1).list()).hasSize(2);
    assertThat(few.tables().rows(DistrictTable.SPEC, 3).list()).hasSize(4);
  }

  @Test
  void aTableThatWasNeverWrittenHasNoRows() {
    assertThat(few.tables().rows(CityTable.SPEC).where(Keys.CITY_ID, "x").list()).isEmpty();
  }

  @Test
  void theFirstOfEachFileIsOneRowAFile() {
    List<String> seen = new ArrayList<>();
    rows()
        .where(Keys.EVALUATION_ID, "one")
        .firstOfEachFile(row -> seen.add(row.get(Keys.DISTRICT_ID)));

    assertThat(seen).containsExactlyInAnyOrder("A", "B", "C");
  }

  /** One commit of two rows is one file. */
  @Test
  void ofAFileOfSeveralRowsTheFirstIsEnough() {
    Object[] first = new Object[RunTable.SPEC.columns().size()];
    Object[] second = first.clone();
    first[0] = "a";
    second[0] = "b";
    few.tables().append(RunTable.SPEC, List.of(first, second), "note");
    List<StoredRow> seen = new ArrayList<>();
    few.tables().rows(RunTable.SPEC).firstOfEachFile(seen::add);

    assertThat(few.tables().rows(RunTable.SPEC).list()).hasSize(2);
    assertThat(seen).hasSize(1);
  }

  @Test
  void aColumnThatAnOlderReleaseLackedIsToldWithTheMend() {
    TableColumn<String> later = TableColumn.text("later", "Later.");

    assertThatExceptionOfType(UserProblem.class)
        .isThrownBy(() -> rows().columns(later).list())
        .satisfies(
            told -> {
              assertThat(told.problem()).isEqualTo("Table gold.dim_district has no column later.");
              assertThat(told.fix()).contains("run --full");
            });
  }

  @Test
  void aFileThatIsGoneOrDamagedIsNamed() throws IOException {
    Path file;
    try (Stream<Path> files = Files.walk(folder)) {
      file = files.filter(path -> path.toString().endsWith(".parquet")).findFirst().orElseThrow();
    }
    Files.writeString(file, "no parquet");

    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> rows().list())
        .withMessageContaining(file.getFileName().toString());
    Files.delete(file);
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> rows().list())
        .withMessageContaining(file.getFileName().toString());
  }
}
