package org.cityeval.source;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unix_date;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;
import org.cityeval.functions.MethodColumn;

/** The version of what each source published on each day. */
public final class PublishedVersions implements Serializable {
  private static final int NO_DAY = Integer.MIN_VALUE;

  private final Map<UTF8String, Map<Integer, UTF8String>> bySource = new HashMap<>();

  /** Adds what a source published. */
  public PublishedVersions add(String sourceId, Map<LocalDate, String> versions) {
    Map<Integer, UTF8String> byDay =
        bySource.computeIfAbsent(UTF8String.fromString(sourceId), source -> new HashMap<>());
    versions.forEach(
        (day, version) ->
            byDay.put(Math.toIntExact(day.toEpochDay()), UTF8String.fromString(version)));
    return this;
  }

  /** The version of what a source published on a day; null where it published nothing then. */
  public Column find(Column sourceId, Column day) {
    return MethodColumn.ask(
        this, "of", DataTypes.StringType, sourceId, coalesce(unix_date(day), lit(NO_DAY)));
  }

  /** Called by plans. */
  public static UTF8String of(PublishedVersions all, UTF8String sourceId, int day) {
    return all.bySource.getOrDefault(sourceId, Map.of()).get(day);
  }
}
