/** From observations to every district's every day, and to its city's. */
package org.cityeval.panel;
