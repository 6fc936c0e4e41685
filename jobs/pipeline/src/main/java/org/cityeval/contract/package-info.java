/**
 * Judges a source by its contract: rows and records to measurements, measurements to findings.
 * Starts no Spark job.
 */
package org.cityeval.contract;
