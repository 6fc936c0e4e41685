/** Citizens' service requests, counted so that a district's fit in memory. Knows only the JDK. */
package org.cityeval.request;
