/** What the report shows, read from the tables of one publication. */
package org.cityeval.report.data;
