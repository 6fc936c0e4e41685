/** Who is judged and where: the list of districts, their polygons, spellings and regions. */
package org.cityeval.place;
