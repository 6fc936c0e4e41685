/** How well measures met the risk: the precise dimension (精准化). */
package org.cityeval.indicator.precision;
