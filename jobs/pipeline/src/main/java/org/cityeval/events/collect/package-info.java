/** Sets, sums and bytes for many millions of values; no word of the domain. */
package org.cityeval.events.collect;
