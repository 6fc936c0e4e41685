package org.cityeval.compare;

import org.apache.spark.sql.Row;
import org.cityeval.table.spec.TableSpec;

/** A row, and the table it belongs to. */
record MadeRow(TableSpec table, Row row) {}
