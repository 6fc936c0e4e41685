/** Spread of an infection: reproduction numbers, growth, waves, and levels of risk. */
package org.cityeval.numeric.epidemic;
