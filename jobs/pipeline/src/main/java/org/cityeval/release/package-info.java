/** Frozen copies of publications, each a warehouse of its own below the one it was made from. */
package org.cityeval.release;
