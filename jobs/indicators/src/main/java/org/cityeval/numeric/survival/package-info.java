/** Durations of which some had not ended when observation did. */
package org.cityeval.numeric.survival;
