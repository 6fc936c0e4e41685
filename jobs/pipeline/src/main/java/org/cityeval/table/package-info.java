/** The tables as specs, and the Delta warehouse that holds them; alone here Delta is known. */
package org.cityeval.table;
