package org.cityeval.warehouse;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A row as bytes and back, every cell to its last bit: a kind, then what it holds. */
final class RowBytes {
  private static final int NULL = 0;
  private static final int TEXT = 1;
  private static final int TRUTH = 2;
  private static final int INTEGER = 3;
  private static final int COUNT = 4;
  private static final int NUMBER = 5;
  private static final int DAY = 6;
  private static final int INSTANT = 7;

  private RowBytes() {}

  static void write(StoredRow row, DataOutputStream out) throws IOException {
    for (Object cell : row.cells()) {
      if (cell == null) {
        out.writeByte(NULL);
      } else if (cell instanceof String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeByte(TEXT);
        out.writeInt(bytes.length);
        out.write(bytes);
      } else if (cell instanceof Boolean truth) {
        out.writeByte(TRUTH);
        out.writeBoolean(truth);
      } else if (cell instanceof Integer integer) {
        out.writeByte(INTEGER);
        out.writeInt(integer);
      } else if (cell instanceof Long count) {
        out.writeByte(COUNT);
        out.writeLong(count);
      } else if (cell instanceof Double number) {
        out.writeByte(NUMBER);
        out.writeDouble(number);
      } else if (cell instanceof LocalDate day) {
        out.writeByte(DAY);
        out.writeLong(day.toEpochDay());
      } else {
        Instant instant = (Instant) cell;
        out.writeByte(INSTANT);
        out.writeLong(instant.getEpochSecond());
        out.writeInt(instant.getNano());
      }
    }
  }

  /** The next row; null at the end. */
  static StoredRow read(DataInputStream in, List<String> columns) throws IOException {
    Object[] cells = new Object[columns.size()];
    for (int i = 0; i < cells.length; i++) {
      int kind = in.read();
      if (kind < 0) {
        if (i > 0) {
          throw new EOFException("A row breaks off after " + i + " cells");
        }
        return null;
      }
      cells[i] = cell(kind, in);
    }
    return new StoredRow(columns, cells);
  }

  private static String text(DataInputStream in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static Object cell(int kind, DataInputStream in) throws IOException {
    return switch (kind) {
      case NULL -> null;
      case TEXT -> text(in);
      case TRUTH -> in.readBoolean();
      case INTEGER -> in.readInt();
      case COUNT -> in.readLong();
      case NUMBER -> in.readDouble();
      case DAY -> LocalDate.ofEpochDay(in.readLong());
      case INSTANT -> Instant.ofEpochSecond(in.readLong(), in.readInt());
      default -> throw new IOException("No row has a cell of kind " + kind);
    };
  }
}
