/**
 * The indicators. Each is one class whose spec is a value; {@link
 * org.cityeval.indicator.Indicators} lists them in the order of the catalogue. Knows {@code series}
 * and {@code numeric}.
 */
package org.cityeval.indicator;
