package org.cityeval.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;
import org.junit.jupiter.api.Test;

class SchemaRowsTest {
  private static final Schema ALL =
      new Schema(
          List.of(
              Field.nullable("text", ArrowType.Utf8.INSTANCE),
              Field.nullable("bytes", ArrowType.Binary.INSTANCE),
              Field.nullable("number", new ArrowType.Int(32, true)),
              Field.nullable("truth", ArrowType.Bool.INSTANCE)));

  /** Closing the allocator fails where memory was not given back. */
  private static SentRows sent(Schema schema, List<List<Object>> rows) {
    SentRows client = new SentRows();
    try (RootAllocator allocator = new RootAllocator()) {
      SchemaRows.send(allocator, schema, rows, client);
    }
    return client;
  }

  @Test
  void everyCellArrivesAndNothingIsNothing() {
    byte[] bytes = {0, -1};
    SentRows client =
        sent(
            ALL,
            List.of(
                List.of("区 O'Hara", bytes, -7, true),
                Arrays.asList(null, null, null, null),
                List.of("", new byte[0], Integer.MAX_VALUE, false)));

    assertThat(client.schema()).isEqualTo(ALL);
    assertThat(client.rows()).hasSize(3);
    assertThat(client.rows().get(0)).containsExactly("区 O'Hara", bytes, -7, true);
    assertThat(client.rows().get(1)).containsExactly(null, null, null, null);
    assertThat(client.rows().get(2)).containsExactly("", new byte[0], Integer.MAX_VALUE, false);
    assertThat(client.ends()).isEqualTo(1);
  }

  /** A vector begins with room for a few thousand cells; it must grow. */
  @Test
  void manyRowsArriveAll() {
    List<Object> row = List.of("x".repeat(100), new byte[100], 1, true);

    assertThat(sent(ALL, Collections.nCopies(10_000, row)).rows()).hasSize(10_000);
  }

  @Test
  void noRowsAreAnAnswerToo() {
    SentRows client = sent(ALL, List.of());

    assertThat(client.schema()).isEqualTo(ALL);
    assertThat(client.rows()).isEmpty();
    assertThat(client.ends()).isEqualTo(1);
  }

  @Test
  void aColumnOfAnotherTypeIsNamed() {
    Schema other =
        new Schema(
            List.of(
                Field.nullable(
                    "share", new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE))));

    assertThatThrownBy(() -> sent(other, List.of(List.of(1.5))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("share");
  }
}
