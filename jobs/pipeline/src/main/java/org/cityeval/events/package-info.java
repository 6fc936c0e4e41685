/** From events to district-days: one scan, added up before anything moves. */
package org.cityeval.events;
