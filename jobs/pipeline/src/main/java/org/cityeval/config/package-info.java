/**
 * The config of an evaluation: records with every default applied. A component is null where the
 * config leaves an optional key without a default out. Knows {@code series}, {@code indicator} and
 * {@code problem}; no Spark.
 */
package org.cityeval.config;
