/**
 * What changed between two vintages or publications: in observations, values and ranks, and why.
 */
package org.cityeval.revision;
