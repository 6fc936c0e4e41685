/**
 * One publication as files that other tools open: spreadsheet, csv, JSON lines, Parquet. A format
 * is one class and one line in {@link org.cityeval.export.ExportFormats}.
 */
package org.cityeval.export;
