package org.cityeval.table;

import static org.apache.spark.sql.functions.is_valid_utf8;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;

/**
 * Text as a table may hold it. Spark takes any bytes for text; other readers refuse a whole table
 * for one that is no UTF-8, so such bytes are written as {@code \xFF}.
 */
final class ValidText {
  private static final UserDefinedFunction ESCAPED =
      udf((UDF1<byte[], String>) ValidText::escaped, DataTypes.StringType);

  private ValidText() {}

  static Column of(Column text) {
    return when(text.isNull().or(is_valid_utf8(text)), text)
        .otherwise(ESCAPED.apply(text.cast(DataTypes.BinaryType)));
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
