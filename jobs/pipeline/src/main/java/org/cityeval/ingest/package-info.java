/** From the lake's rows to observations: every record ends as one of five outcomes. */
package org.cityeval.ingest;
