/** What a table, a column and a row are. */
package org.cityeval.table.spec;
