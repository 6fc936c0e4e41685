/** Places in a ranking, and how far they can be told apart given the errors of the estimates. */
package org.cityeval.numeric.ranking;
