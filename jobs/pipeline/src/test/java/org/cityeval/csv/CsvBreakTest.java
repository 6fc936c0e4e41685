package org.cityeval.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;

class CsvBreakTest {
  /** What wraps a failure says less than the failure. */
  @Test
  void tellsTheFirstCauseAndTheLine() {
    IOException wrapped = new IOException("stream", new ZipException("invalid block type"));
    CsvBreak early = CsvBreak.of(42, new UncheckedIOException("read", wrapped));

    assertThat(early.line()).isEqualTo(42);
    assertThat(early).hasMessage("the file cannot be read on: invalid block type");
    assertThat(early).hasRootCauseInstanceOf(ZipException.class);
  }

  @Test
  void namesTheKindOfAFailureThatSaysNothing() {
    assertThat(CsvBreak.of(1, new EOFException()))
        .hasMessage("the file cannot be read on: EOFException");
  }
}
