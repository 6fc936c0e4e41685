package org.cityeval.lake;

import java.io.Serializable;

/**
 * Where a file ends before its time.
 *
 * @param line from 1; 0 where the format has none
 * @param what what is found there
 */
record FileBreak(long line, String what) implements Serializable {
  /** The break of a file in a sentence. */
  String told(String file) {
    return file + (line == 0 ? "" : ", line " + line) + ": " + what;
  }
}
