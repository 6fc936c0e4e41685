package org.cityeval.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonValueTest {
  private static JsonValue of(String json) throws IOException {
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      parser.nextToken();
      return JsonValue.of(parser);
    }
  }

  private static String type(String json) throws IOException {
    return of(json).type().simpleString();
  }

  private static DataType merged(String one, String other) throws IOException {
    return JsonValue.merged(of(one).type(), of(other).type());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '~',
      value = {
        "1 # string",
        "\"x\" # string",
        "true # string",
        "null # void",
        "[] # array<void>",
        "[1,null,\"x\"] # array<string>",
        "{\"a\":1,\"b\":{\"c\":[2]}} # struct<a:string,b:struct<c:array<string>>>",
        "[{\"a\":1},{\"b\":2}] # array<struct<a:string,b:string>>"
      })
  void numbersTextsAndTruthsAreText(String json, String expected) throws IOException {
    assertThat(type(json)).isEqualTo(expected.strip());
  }

  /** A float would make 0.1 of it, and a double lose the last digits of the id. */
  @ParameterizedTest
  @ValueSource(strings = {"0.10", "1e3", "12345678901234567890", "true"})
  void aNumberIsReadAsItIsWritten(String json) throws IOException {
    assertThat(of(json).in(DataTypes.StringType)).isEqualTo(json);
  }

  @Test
  void typesAreMergedByNameInUpperAndLowerCaseAlike() throws IOException {
    assertThat(merged("{\"Date\":1,\"n\":null}", "{\"date\":2,\"N\":3,\"x\":[]}").simpleString())
        .isEqualTo("struct<Date:string,n:string,x:array<void>>");
    assertThat(merged("null", "[1]").simpleString()).isEqualTo("array<string>");
    assertThat(merged("[1]", "null").simpleString()).isEqualTo("array<string>");
    assertThat(merged("[null]", "[{\"a\":1}]").simpleString()).isEqualTo("array<struct<a:string>>");
    // What is a struct here and a text there is text.
    assertThat(merged("{\"a\":1}", "5")).isEqualTo(DataTypes.StringType);
    assertThat(merged("[1]", "{\"a\":1}")).isEqualTo(DataTypes.StringType);
  }

  @Test
  void whereNothingWasEverHeldIsText() throws IOException {
    assertThat(
            JsonValue.whole(of("{\"a\":null,\"b\":[],\"c\":{},\"d\":{\"e\":null}}").type())
                .simpleString())
        .isEqualTo("struct<a:string,b:array<string>,c:string,d:struct<e:string>>");
  }

  @Test
  void anObjectFillsTheColumnsOfItsType() throws IOException {
    StructType type =
        (StructType)
            merged("{\"n\":1,\"in\":{\"a\":1},\"list\":[1]}", "{\"x\":\"1\",\"in\":{\"b\":2}}");
    Object[] values = of("{\"N\":5,\"in\":{\"b\":7},\"list\":[1,null]}").values(type);

    assertThat(values[0]).isEqualTo("5");
    assertThat(((Row) values[1]).isNullAt(0)).isTrue();
    assertThat(((Row) values[1]).getString(1)).isEqualTo("7");
    assertThat((Object[]) values[2]).containsExactly("1", null);
    assertThat(values[3]).isNull();
  }

  /** In a column of text an object is shown as JSON, so that a refused cell can be read. */
  @Test
  void whatDoesNotFitAColumnOfTextIsWrittenAsJson() throws IOException {
    assertThat(of("{\"a\":[1,\"x\\\"y\",null,true],\"杭\":{}}").in(DataTypes.StringType))
        .isEqualTo("{\"a\":[1,\"x\\\"y\",null,true],\"杭\":{}}");
    assertThat(of("\"a\\nb\"").json()).isEqualTo("\"a\\nb\"");
  }

  @Test
  void aKeyThatStandsTwiceIsFoundAtAnyDepth() throws IOException {
    assertThat(of("{\"a\":1,\"A\":2}").keyTwice()).isEqualTo("A");
    assertThat(of("{\"x\":[{\"b\":1,\"b\":2}]}").keyTwice()).isEqualTo("b");
    assertThat(of("{\"a\":1,\"b\":{\"a\":2}}").keyTwice()).isNull();
  }

  @Test
  void tellsObjectsFromOthers() throws IOException {
    assertThat(of("{}").isObject()).isTrue();
    assertThat(of("[{}]").isObject()).isFalse();
    assertThat(of("null").isObject()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{\"a\":", "{\"a\":1", "[1,", "[1"})
  void aTextThatBreaksOffIsNoValue(String json) {
    assertThatExceptionOfType(JsonProcessingException.class).isThrownBy(() -> of(json));
  }
}
