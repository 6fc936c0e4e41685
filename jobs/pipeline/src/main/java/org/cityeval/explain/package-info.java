/** How a published value came about, from the published tables alone. */
package org.cityeval.explain;
