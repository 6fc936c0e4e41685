/** Who is like whom: units near each other by what they are, not by where. */
package org.cityeval.numeric.neighbours;
