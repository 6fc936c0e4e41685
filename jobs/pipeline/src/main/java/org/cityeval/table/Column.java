package org.cityeval.table;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** A column: its name, its type, and what it means with its unit. */
public record Column(String name, DataType type, String comment) {

  public Column {
    if (!name.matches("[a-z][a-z0-9]*(_[a-z0-9]+)*") || comment.isBlank()) {
      throw new IllegalArgumentException("A column has a snake_case name and a comment: " + name);
    }
  }

  StructField field() {
    return new StructType().add(name, type, true, comment).apply(0);
  }
}
