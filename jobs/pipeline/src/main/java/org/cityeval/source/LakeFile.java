package org.cityeval.source;

import java.io.Serializable;

/**
 * A file of the lake.
 *
 * @param uri where it is
 * @param label how it is named in positions, messages and the ledger: its path below what the
 *     config names
 * @param bytes its size
 * @param modified when it was last written, in milliseconds since 1970-01-01 UTC; {@link #UNKNOWN}
 *     where that cannot be told
 */
public record LakeFile(String uri, String label, long bytes, long modified)
    implements Serializable {
  /** The time of what has none, such as a catalogue table: it may have changed. */
  public static final long UNKNOWN = -1;
}
