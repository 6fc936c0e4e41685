package org.cityeval.draft.sample;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Which characters the bytes of a text stand for. */
record TextEncoding(String name, String why) {
  private static final int BROKEN_TAIL = 4;

  /** Guesses from the beginning of a text, which may end within a character. */
  static TextEncoding of(byte[] start) {
    if (startsWith(start, 0xEF, 0xBB, 0xBF)) {
      return new TextEncoding("UTF-8", "it begins with a byte-order mark");
    }
    if (startsWith(start, 0xFF, 0xFE) || startsWith(start, 0xFE, 0xFF)) {
      return new TextEncoding("UTF-16", "it begins with a byte-order mark of two bytes");
    }
    if (decodes(start, StandardCharsets.UTF_8)) {
      return new TextEncoding("UTF-8", "every byte read is valid UTF-8");
    }
    if (decodes(start, Charset.forName("GB18030")) && highBytesComeInPairs(start)) {
      return new TextEncoding("GB18030", "not UTF-8, and its high bytes come in pairs");
    }
    return new TextEncoding("ISO-8859-1", "not UTF-8, and its high bytes stand alone");
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (bytes.length <= i || (bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean decodes(byte[] bytes, Charset charset) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CoderResult result = decoder.decode(in, CharBuffer.allocate(bytes.length + 1), false);
    return !result.isError() && in.remaining() < BROKEN_TAIL;
  }

  /**
   * Chinese text is written in pairs that begin with a high byte. The second is mostly one too, but
   * may be an ASCII sign, even a delimiter. After an accented letter there is mostly a sign as
   * well, and seldom a second high byte.
   */
  private static boolean highBytesComeInPairs(byte[] bytes) {
    int paired = 0;
    int withSign = 0;
    int alone = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] >= 0) {
        continue;
      }
      int next = i + 1 < bytes.length ? bytes[i + 1] & 0xFF : 0;
      if (next >= 0x80) {
        paired++;
        i++;
      } else if (next >= 0x40 && next < 0x7F) {
        withSign++;
        i++;
      } else if (next >= '0' && next <= '9' && i + 2 < bytes.length && bytes[i + 2] < 0) {
        paired++;
        i += 3;
      } else {
        alone++;
      }
    }
    return paired > 2 * alone && paired > withSign;
  }
}
