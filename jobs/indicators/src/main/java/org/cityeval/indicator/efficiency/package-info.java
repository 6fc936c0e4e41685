/** How fast and at what cost: the efficient dimension (高效化). */
package org.cityeval.indicator.efficiency;
