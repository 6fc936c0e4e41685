/**
 * The panel of the county lake beside a DuckDB script that reads the same files. The script follows
 * the definitions of the columns, not the code of the pipeline.
 */
package org.cityeval.bench.panel;
