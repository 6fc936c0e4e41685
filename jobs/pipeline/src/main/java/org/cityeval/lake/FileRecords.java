package org.cityeval.lake;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The records of one file of text, one after the other, up to its end or to where it breaks off.
 *
 * @param <R> one record
 */
abstract class FileRecords<R> implements Iterator<R>, AutoCloseable {
  private final Reader reader;
  private R next;
  private boolean isRead;
  private FileBreak broken;

  FileRecords(Reader reader) {
    this.reader = reader;
  }

  /**
   * Reads one record.
   *
   * @return the record, or null where there is no further one
   */
  abstract R read();

  /** Takes note of where the file ends before its time; nothing is read from there on. */
  final void breaksOff(FileBreak where) {
    broken = where;
  }

  /** Where the file breaks off; known once there is no further record. */
  final Optional<FileBreak> broken() {
    return Optional.ofNullable(broken);
  }

  @Override
  public final boolean hasNext() {
    if (!isRead) {
      next = broken == null ? read() : null;
      isRead = true;
    }
    return next != null;
  }

  @Override
  public final R next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    isRead = false;
    return next;
  }

  @Override
  public final void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
