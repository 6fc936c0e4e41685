/** Levels of enterprise activity of the districts of a city, side by side. */
package org.cityeval.indicator.activity;
