/** The states that events leave in a cell: a district, a day, a measure. */
package org.cityeval.events.cell;
