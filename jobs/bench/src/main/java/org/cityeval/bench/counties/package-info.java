/** Lakes of other sizes than the county lake has. */
package org.cityeval.bench.counties;
