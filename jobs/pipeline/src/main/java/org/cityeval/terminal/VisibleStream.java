package org.cityeval.terminal;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Lets UTF-8 text through to a terminal, with what the terminal would obey made visible. Ends of
 * lines and tabs stay: they are the layout of what is printed.
 */
public final class VisibleStream extends FilterOutputStream {
  private int point;
  private int missing;
  private boolean afterReturn;

  public VisibleStream(OutputStream out) {
    super(out);
  }

  @Override
  public void write(byte[] octets, int from, int length) throws IOException {
    int at = from;
    while (at < from + length) {
      int end = at;
      while (end < from + length && isPlain(octets[end])) {
        end++;
      }
      if (end > at && missing == 0 && !afterReturn) {
        out.write(octets, at, end - at);
        at = end;
      } else {
        write(octets[at]);
        at++;
      }
    }
  }

  /** Most of what there is passes as it is, and many at once. */
  private static boolean isPlain(byte octet) {
    return (octet >= 0x20 && octet < 0x7F) || octet == '\n' || octet == '\t';
  }

  @Override
  public void write(int octet) throws IOException {
    int next = octet & 0xFF;
    if (missing > 0 && next >> 6 == 0b10) {
      point = point << 6 | (next & 0x3F);
      missing--;
    } else {
      missing = next < 0xC0 ? 0 : next < 0xE0 ? 1 : next < 0xF0 ? 2 : 3;
      point = missing == 0 ? next : next & (0x3F >> missing);
    }
    if (missing == 0) {
      pass();
    }
  }

  private void pass() throws IOException {
    if (point == '\r') {
      returned();
      afterReturn = true;
      return;
    }
    if (afterReturn && point == '\n') {
      afterReturn = false;
      out.write('\r');
    }
    returned();
    boolean isLayout = point == '\n' || point == '\t';
    out.write(
        (isLayout || !VisibleText.isObeyed(point)
                ? Character.toString(point)
                : VisibleText.escaped(point))
            .getBytes(StandardCharsets.UTF_8));
  }

  /** A carriage return that ends no line lets what follows overwrite what stands there. */
  private void returned() throws IOException {
    if (afterReturn) {
      afterReturn = false;
      out.write(VisibleText.escaped('\r').getBytes(StandardCharsets.UTF_8));
    }
  }

  @Override
  public void close() throws IOException {
    returned();
    super.close();
  }
}
