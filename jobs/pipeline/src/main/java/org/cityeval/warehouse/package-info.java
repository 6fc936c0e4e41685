/**
 * The Delta warehouse: what is published is read, committed and appended here. Delta is known here,
 * and in {@code cli} for its settings and failures. What the tables are is said in {@link
 * org.cityeval.table}.
 */
package org.cityeval.warehouse;
