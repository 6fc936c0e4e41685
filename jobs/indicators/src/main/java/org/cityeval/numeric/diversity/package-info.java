/** How many kinds share a whole, and how evenly. */
package org.cityeval.numeric.diversity;
