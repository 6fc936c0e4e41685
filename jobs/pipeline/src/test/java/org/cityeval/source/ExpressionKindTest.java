package org.cityeval.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionKindTest {
  /** The kinds that take a type, by their names. */
  @ParameterizedTest
  @CsvSource({
    "string, VALUE NUMBER DAY TEXTS",
    "binary, VALUE NUMBER DAY TEXTS",
    "int, VALUE NUMBER TEXTS",
    "'decimal(9,2)', VALUE NUMBER TEXTS",
    "double, VALUE NUMBER TEXTS",
    "date, VALUE DAY TEXTS",
    "timestamp, VALUE DAY TEXTS",
    "timestamp_ntz, VALUE DAY TEXTS",
    "boolean, VALUE FILTER TEXTS",
    "void, VALUE NUMBER DAY FILTER TEXTS",
    "array<string>, TEXTS",
    "array<int>, TEXTS",
    "array<array<string>>, ''",
    "'map<string,int>', ''",
    "struct<a:int>, ''",
    "array<struct<a:int>>, ''"
  })
  void aKeyTakesTheTypesOfItsKind(String type, String kinds) {
    DataType given = DataType.fromDDL(type);
    List<String> fitting =
        Arrays.stream(ExpressionKind.values())
            .filter(kind -> kind.fits(given))
            .map(ExpressionKind::name)
            .toList();

    assertThat(String.join(" ", fitting)).isEqualTo(kinds);
  }
}
