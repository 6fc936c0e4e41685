package org.cityeval.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares a text with the file it was agreed on; rewrites that file only when asked to. */
public final class Golden {
  private static final String UPDATE = "golden.update";

  private Golden() {}

  /** Fails unless the file (relative to the module) holds exactly the text. */
  public static void matches(Path file, String text) {
    try {
      if (Boolean.getBoolean(UPDATE)) {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text);
        return;
      }
      assertThat(Files.exists(file) ? Files.readString(file) : "")
          .as(
              "%s is out of date. If the new text is right: mvn test -pl jobs/pipeline -am -D%s=true,"
                  + " then read the difference",
              file, UPDATE)
          .isEqualTo(text);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
