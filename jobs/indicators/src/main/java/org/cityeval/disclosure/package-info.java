/**
 * Which counts of persons are published. Small ones are withheld, and as many others as it takes
 * that none of them can be computed back. Plain arrays in, plain answers out.
 */
package org.cityeval.disclosure;
