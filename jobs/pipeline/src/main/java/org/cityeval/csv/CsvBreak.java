package org.cityeval.csv;

import java.io.IOException;

/** A text ends, or cannot be read on, within a record. */
public final class CsvBreak extends IOException {
  private static final long serialVersionUID = 1L;
  private final long line;

  CsvBreak(long line, String what, Throwable cause) {
    super(what, cause);
    this.line = line;
  }

  /** The break that a failure of reading is. */
  static CsvBreak of(long line, Exception unreadable) {
    Throwable root = unreadable;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String told = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    return new CsvBreak(line, "the file cannot be read on: " + told, unreadable);
  }

  /** The line, from 1. */
  public long line() {
    return line;
  }
}
