/** What a district put in and got out, for measures against the best practice of an evaluation. */
package org.cityeval.indicator.frontier;
