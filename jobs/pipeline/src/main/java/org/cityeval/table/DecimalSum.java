package org.cityeval.table;

import static org.apache.spark.sql.functions.sum;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;

/**
 * Sums of fractions that do not depend on the order of the rows, and so not on partitions. Doubles
 * round in each step, decimals of fifteen places do not.
 */
public final class DecimalSum {
  private DecimalSum() {}

  /** The sum of a group's values, up to 10^22 in size; null where there is none. */
  public static Column of(Column values) {
    return sum(values.cast(DataTypes.createDecimalType(38, 15))).cast(DataTypes.DoubleType);
  }
}
