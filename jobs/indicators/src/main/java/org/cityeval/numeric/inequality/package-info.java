/** How unequally a quantity is spread, and who bears it. */
package org.cityeval.numeric.inequality;
