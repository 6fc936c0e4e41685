package org.cityeval.lake;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.catalyst.catalog.ExternalCatalogUtils;

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

  private static final String NONE = "__HIVE_DEFAULT_PARTITION__";

  /**
   * The columns its folders say, as Hive writes them: {@code year=2020/month=03}. As text, so that
   * a leading zero stays; null for Hive's mark of a missing value.
   */
  Map<String, String> partitions() {
    Map<String, String> partitions = new LinkedHashMap<>();
    String[] names = label.split("/", -1);
    for (int i = 0; i < names.length - 1; i++) {
      int equals = names[i].indexOf('=');
      if (equals > 0) {
        String value = ExternalCatalogUtils.unescapePathName(names[i].substring(equals + 1));
        partitions.put(
            ExternalCatalogUtils.unescapePathName(names[i].substring(0, equals)),
            value.equals(NONE) ? null : value);
      }
    }
    return partitions;
  }
}
