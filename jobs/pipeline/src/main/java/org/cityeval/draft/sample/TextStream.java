package org.cityeval.draft.sample;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** The bytes of a text file, unpacked where its name ends in gz. */
final class TextStream {
  /** Enough to meet the first character that is not ASCII in most files. */
  private static final int START_BYTES = 4_000_000;

  private TextStream() {}

  static InputStream open(Path file) throws IOException {
    InputStream raw = Files.newInputStream(file);
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".gz")
        ? new GZIPInputStream(raw, 1 << 16)
        : raw;
  }

  static byte[] start(Path file) throws IOException {
    try (InputStream in = open(file)) {
      return in.readNBytes(START_BYTES);
    }
  }
}
