package org.cityeval.warehouse;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;
import org.cityeval.functions.MethodColumn;

/**
 * Text as a table may hold it. Spark takes any bytes for text; other readers refuse a whole table
 * for one that is no UTF-8, so such bytes are written as {@code \xFF}.
 */
public final class ValidText {
  private ValidText() {}

  /** The text of a column, of which null stays null. */
  static Column of(Column text) {
    // Spark's own function for it looks its method up anew for every cell.
    return MethodColumn.askForValue(ValidText.class, "valid", DataTypes.StringType, text);
  }

  /** Called by Spark's plans, for each text that is not null. */
  public static UTF8String valid(UTF8String text) {
    return text.isValid() ? text : UTF8String.fromString(escaped(text.getBytes()));
  }

  static String escaped(byte[] bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(4 * bytes.length);
    for (CoderResult result = decoder.decode(in, out, true);
        result.isError();
        result = decoder.decode(in, out, true)) {
      for (int i = 0; i < result.length(); i++) {
        out.put(String.format(Locale.ROOT, "\\x%02X", in.get() & 0xFF));
      }
    }
    return out.flip().toString();
  }
}
