/** The first step: reads what is new in the lake, passes its gates and commits it. */
package org.cityeval.job.ingest;
