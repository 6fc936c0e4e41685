/** Districts and those next to them: likeness of neighbours, and rates that lean on others. */
package org.cityeval.numeric.space;
