/** Tables that are published. */
package org.cityeval.table.gold;
