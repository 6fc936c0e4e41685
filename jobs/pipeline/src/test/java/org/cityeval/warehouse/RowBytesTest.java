package org.cityeval.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowBytesTest {
  private static final List<String> COLUMNS =
      List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j");

  private static byte[] bytes(StoredRow row) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      RowBytes.write(row, out);
    }
    return bytes.toByteArray();
  }

  @Test
  void everyKindOfCellComesBackAsItWas() throws IOException {
    Object[] cells = {
      null,
      "",
      "港口区 \uD83D\uDE00\u0000",
      true,
      Integer.MIN_VALUE,
      Long.MAX_VALUE,
      -0.0,
      Double.MIN_VALUE,
      LocalDate.of(1918, 3, 4),
      Instant.parse("2020-01-01T23:59:59.123456Z")
    };
    byte[] bytes = bytes(new StoredRow(COLUMNS, cells));
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));

    assertThat(RowBytes.read(in, COLUMNS).cells()).containsExactly(cells);
    assertThat(RowBytes.read(in, COLUMNS)).isNull();
  }

  @Test
  void aRowThatBreaksOffIsNoEnd() throws IOException {
    byte[] bytes = bytes(new StoredRow(List.of("a", "b"), 1L, "text"));

    for (int length = 1; length < bytes.length; length++) {
      DataInputStream in =
          new DataInputStream(new ByteArrayInputStream(Arrays.copyOf(bytes, length)));
      assertThatThrownBy(() -> RowBytes.read(in, List.of("a", "b")))
          .isInstanceOf(EOFException.class);
    }
  }
}
