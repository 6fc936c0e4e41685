/** Scores and ranks districts within their city, and cities with each other. */
package org.cityeval.compare;
