package org.cityeval.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cityeval.table.gold.PublicationTable;
import org.cityeval.table.gold.WaveTable;
import org.cityeval.table.silver.DistrictDayTable;
import org.cityeval.table.spec.TableSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TablesTest {
  /** Every table that a class of a schema's package declares. */
  private static List<TableSpec> declared(String schema) throws Exception {
    List<TableSpec> declared = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("src/main/java/org/cityeval/table", schema))) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString().replace(".java", "");
        if (!name.equals("package-info")) {
          Class<?> type = Class.forName("org.cityeval.table." + schema + "." + name);
          for (Field field : type.getDeclaredFields()) {
            boolean isTable = field.getType().equals(TableSpec.class);
            if (isTable && Modifier.isStatic(field.getModifiers())) {
              declared.add((TableSpec) field.get(null));
            }
          }
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return declared;
  }

  /** A folder of silver declares both of the tables of days. */
  @Test
  void everyTableThatIsDeclaredIsThereOnce() throws Exception {
    List<TableSpec> declared = new ArrayList<>();
    for (String schema : List.of("silver", "gold", "ops")) {
      declared.addAll(declared(schema));
    }

    assertThat(Tables.ALL).containsExactlyInAnyOrderElementsOf(declared);
    assertThat(Tables.ALL).extracting(TableSpec::qualifiedName).doesNotHaveDuplicates();
  }

  @Test
  void publishedIsGoldButForTheManifest() {
    assertThat(Tables.PUBLISHED)
        .allMatch(table -> table.schema().equals("gold"))
        .contains(WaveTable.SPEC, DistrictDayTable.GOLD)
        .doesNotContain(PublicationTable.SPEC);
    assertThat(Tables.ALL)
        .filteredOn(table -> table.schema().equals("gold"))
        .hasSize(Tables.PUBLISHED.size() + 1);
  }

  /** Readers choose an evaluation and a vintage in each of them. */
  @Test
  void everyPublishedTableIsOfAnEvaluationAndAVintage() {
    assertThat(Tables.PUBLISHED)
        .allSatisfy(table -> assertThat(table.key()).startsWith("evaluation_id", "as_of"));
  }

  @Test
  void aTableIsFoundByItsQualifiedName() {
    assertThat(Tables.find("gold.wave")).contains(WaveTable.SPEC);
    assertThat(Tables.find("silver.district_day")).contains(DistrictDayTable.SILVER);
    assertThat(Tables.find("gold.district_day")).contains(DistrictDayTable.GOLD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "wave", "silver.wave", "GOLD.wave", "current.wave", "gold.wave "})
  void anyOtherNameIsNone(String name) {
    assertThat(Tables.find(name)).isEmpty();
  }
}
