package org.cityeval.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page written by hand down to a marker, and printed from code below it. */
public final class GoldenPart {
  /** Ends the part that is written by hand. */
  public static final String MARKER =
      "<!-- Printed from code below this line; edit the specs. -->\n";

  private GoldenPart() {}

  /** Fails unless what follows the marker of the page is exactly the text. */
  public static void matchesBelowMarker(Path page, String text) {
    Golden.matches(page, handwritten(page) + MARKER + "\n" + text);
  }

  private static String handwritten(Path page) {
    try {
      String all = Files.readString(page);
      assertThat(all)
          .as("%s holds the marker that ends its hand-written part", page)
          .contains(MARKER);
      return all.substring(0, all.indexOf(MARKER));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
