/** Long-term capacity (长期能力): whether a city did better in a later wave. */
package org.cityeval.indicator.capacity;
