package org.cityeval.source;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.catalyst.catalog.ExternalCatalogUtils;

/**
 * A file of the lake.
 *
 * @param uri where it is
 * @param label how it is named in positions and messages: its path below what the config names
 * @param bytes its size
 */
public record LakeFile(String uri, String label, long bytes) implements Serializable {
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
