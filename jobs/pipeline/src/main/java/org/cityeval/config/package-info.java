/**
 * The config of an evaluation: records with every default applied, the JSON Schema that is their
 * single source of truth, and the loader that reports every problem at once. A component is null
 * where the config leaves an optional key without a default out. Knows {@code series}, {@code
 * indicator} and {@code problem}; no Spark.
 */
package org.cityeval.config;
