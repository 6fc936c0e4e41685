/**
 * Reads the lake as it is, file by file, every row with its place; a run reads the lake here alone.
 */
package org.cityeval.lake;
