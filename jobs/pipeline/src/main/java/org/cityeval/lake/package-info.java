/** Reads the lake as it is, file by file, every row with its place; alone here is the lake read. */
package org.cityeval.lake;
