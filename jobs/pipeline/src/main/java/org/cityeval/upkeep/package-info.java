/** Clearing a warehouse of files that nobody needs any more. */
package org.cityeval.upkeep;
