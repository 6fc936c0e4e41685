package org.cityeval.terminal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A stream to a terminal with a line at its end that changes. Whatever else is written takes the
 * place of that line, which comes back below it when it is shown again.
 */
public final class LiveLine extends OutputStream {
  /** No terminal is narrower; a line that wraps could not be taken back. */
  private static final int WIDEST = 79;

  private static final String ERASED = "\r\u001b[K";

  private final OutputStream out;
  private boolean shown;
  private boolean atLineStart = true;

  public LiveLine(OutputStream out) {
    this.out = out;
  }

  /**
   * Shows a line in the place of the one before; while another line is being written, nothing.
   *
   * @param text one line of plain characters
   */
  public synchronized void show(String text) {
    if (!atLineStart) {
      return;
    }
    print(ERASED + text.substring(0, Math.min(WIDEST, text.length())));
    shown = true;
  }

  /** Takes the line back. */
  public synchronized void clear() {
    if (shown) {
      print(ERASED);
      shown = false;
    }
  }

  private void print(String text) {
    try {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write to the terminal", e);
    }
  }

  @Override
  public synchronized void write(int octet) throws IOException {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] octets, int from, int length) throws IOException {
    if (length == 0) {
      return;
    }
    clear();
    out.write(octets, from, length);
    atLineStart = octets[from + length - 1] == '\n';
  }

  @Override
  public synchronized void flush() throws IOException {
    out.flush();
  }
}
