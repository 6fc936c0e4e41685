package org.cityeval.terminal;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** Passes UTF-8 text through a function, line by line; as it is, while there is no function. */
public final class LineFilter extends FilterOutputStream {
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private UnaryOperator<String> function;

  public LineFilter(OutputStream out) {
    super(out);
  }

  /** From now on every line passes through the function. */
  public synchronized void through(UnaryOperator<String> next) {
    function = next;
  }

  @Override
  public synchronized void write(int octet) throws IOException {
    if (function == null) {
      out.write(octet);
      return;
    }
    line.write(octet);
    if (octet == '\n') {
      pass(line.size());
    }
  }

  @Override
  public synchronized void write(byte[] octets, int from, int length) throws IOException {
    if (function == null) {
      out.write(octets, from, length);
      return;
    }
    for (int i = from; i < from + length; i++) {
      write(octets[i]);
    }
  }

  /** A part of a line is passed on when it is asked for: whoever waits for it sees it. */
  @Override
  public synchronized void flush() throws IOException {
    pass(wholeCharacters());
    super.flush();
  }

  @Override
  public synchronized void close() throws IOException {
    pass(line.size());
    super.close();
  }

  /** Bytes of the line without a character at its end that is not there in full yet. */
  private int wholeCharacters() {
    byte[] octets = line.toByteArray();
    int last = octets.length - 1;
    while (last >= 0 && (octets[last] & 0xC0) == 0x80) {
      last--;
    }
    int first = last < 0 ? 0 : octets[last] & 0xFF;
    int length = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    return last >= 0 && last + length > octets.length ? last : octets.length;
  }

  private void pass(int length) throws IOException {
    if (length > 0) {
      byte[] octets = line.toByteArray();
      String text = new String(octets, 0, length, StandardCharsets.UTF_8);
      out.write(function.apply(text).getBytes(StandardCharsets.UTF_8));
      line.reset();
      line.write(octets, length, octets.length - length);
    }
  }
}
