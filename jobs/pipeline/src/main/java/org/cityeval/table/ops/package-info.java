/** Tables of what the jobs did, refused and checked. */
package org.cityeval.table.ops;
