/** Reads the lake as it is, every row with its place; alone here is the lake read. */
package org.cityeval.source;
