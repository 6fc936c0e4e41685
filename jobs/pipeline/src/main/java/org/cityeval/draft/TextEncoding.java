package org.cityeval.draft;

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

  /** Chinese text is written in pairs of high bytes; an accented letter is one among low ones. */
  private static boolean highBytesComeInPairs(byte[] bytes) {
    int paired = 0;
    int alone = 0;
    for (int i = 0; i < bytes.length; ) {
      int end = i;
      while (end < bytes.length && bytes[end] < 0) {
        end++;
      }
      if (end - i == 1) {
        alone++;
      } else {
        paired += end - i;
      }
      i = Math.max(end, i + 1);
    }
    return paired > 4 * alone;
  }
}
