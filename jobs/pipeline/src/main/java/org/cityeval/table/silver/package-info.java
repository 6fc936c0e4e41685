/** Tables of what was read from the lake, and of the panel made of it. */
package org.cityeval.table.silver;
