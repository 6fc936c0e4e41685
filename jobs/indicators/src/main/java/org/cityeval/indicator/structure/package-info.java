/** Plural and collaborative (多元化、协同化): how many act, through whom, and how much together. */
package org.cityeval.indicator.structure;
