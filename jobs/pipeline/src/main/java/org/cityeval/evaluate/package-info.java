/** Hands every district's days to the indicators, then every city what its districts left. */
package org.cityeval.evaluate;
