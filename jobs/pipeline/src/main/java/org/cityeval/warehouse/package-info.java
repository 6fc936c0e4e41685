/**
 * The Delta warehouse: what is published is read, committed and appended here; alone here Delta is
 * known. What the tables are is said in {@link org.cityeval.table}.
 */
package org.cityeval.warehouse;
