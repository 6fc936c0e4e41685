package org.cityeval.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.spark.sql.types.StructType;
import org.cityeval.problem.UserProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WidestSchemaTest {
  private static WidestSchema of(String... types) {
    WidestSchema schema = new WidestSchema("sources.trips");
    for (int i = 0; i < types.length; i++) {
      schema.add((char) ('a' + i) + ".parquet", StructType.fromDDL(types[i]));
    }
    return schema;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "n int | N bigint | n bigint",
        "n float | n double | n double",
        "n double | n smallint | n double",
        "n decimal(5,2) | n decimal(6,0) | n decimal(8,2)",
        "s struct<a: int> | s struct<a: bigint, b: string> | s struct<a: bigint, b: string>",
        "l array<int> | l array<bigint> | l array<bigint>"
      })
  void theWiderTypeHoldsBoth(String one, String other, String both) {
    assertThat(of(one, other).widest()).isEqualTo(StructType.fromDDL(both));
    assertThat(of(other, one).widest().fields()[0].dataType())
        .isEqualTo(StructType.fromDDL(both).fields()[0].dataType());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "n bigint | n double",
        "n int | n float",
        "n int | n string",
        "n date | n timestamp"
      })
  void whatWouldLoseIsNamedWithColumnAndFiles(String one, String other) {
    assertThatThrownBy(() -> of(one, "m int", other))
        .isInstanceOfSatisfying(
            UserProblem.class,
            problem ->
                assertThat(problem.render())
                    .contains("sources.trips: the column n ", "a.parquet", "c.parquet"));
  }

  @Test
  void aColumnThatOneFileLacksIsThere() {
    assertThat(of("n int", "m string").widest()).isEqualTo(StructType.fromDDL("n int, m string"));
  }

  @Test
  void spellingInUpperAndLowerCaseIsThatOfTheFirstFile() {
    assertThat(of("airport_fee double", "Airport_fee double").widest().fieldNames())
        .containsExactly("airport_fee");
  }
}
