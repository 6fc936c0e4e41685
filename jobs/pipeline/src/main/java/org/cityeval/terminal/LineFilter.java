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
      pass();
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
    pass();
    super.flush();
  }

  private void pass() throws IOException {
    if (line.size() > 0) {
      out.write(
          function.apply(line.toString(StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
      line.reset();
    }
  }
}
