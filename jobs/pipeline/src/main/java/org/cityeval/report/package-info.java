/**
 * The report of one publication: read from its tables by {@link org.cityeval.report.ReportTables},
 * rendered without Spark by {@link org.cityeval.report.ReportPage}. Words and positions on the page
 * are derived from published numbers; no number is computed anew.
 */
package org.cityeval.report;
