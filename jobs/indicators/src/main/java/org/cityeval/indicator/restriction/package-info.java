/** What was restricted, as mobility shows it, and the risk that was known when it was decided. */
package org.cityeval.indicator.restriction;
