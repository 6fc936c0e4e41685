package org.cityeval.ingest;

import java.util.Optional;

/**
 * What stands for a refused record.
 *
 * @param file the file it stands in
 * @param position where it stands, as ops.quarantine tells
 * @param refused the record as it was refused, JSON
 * @param mended the record that is read in its place, JSON; empty where it is withdrawn
 */
public record Mend(String file, String position, String refused, Optional<String> mended) {

  /** The measure the record is of: the last word of its position. */
  String measure() {
    return position.substring(position.lastIndexOf(' ') + 1);
  }

  /** The line, or what stands for it, within the file. */
  String line() {
    String within = position.substring(file.length() + 1, position.lastIndexOf(' '));
    int heading = within.indexOf(':');
    return heading < 0 ? within : within.substring(0, heading);
  }
}
