/**
 * The page of one publication, rendered without Spark. Words and positions on it are derived from
 * published numbers; no number is computed anew.
 */
package org.cityeval.report.page;
