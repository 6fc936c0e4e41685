package org.cityeval.requests;

import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;

/** The way of a request through the agencies, as text: {@code street>health>city}. */
final class AgencyPath {
  private static final String HANDED_ON = ">";

  private AgencyPath() {}

  /**
   * How often it was handed on [count]: one less than the agencies it names; null where it names
   * none. A step without a name counts for nothing.
   *
   * @param path text, or null
   */
  static Column handOffs(Column path) {
    Column agencies =
        size(filter(split(path, HANDED_ON), agency -> length(trim(agency)).gt(lit(0))));
    return when(agencies.gt(0), agencies.minus(1));
  }
}
