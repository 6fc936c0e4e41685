/**
 * The rows of a source in one shape: headings, days, numbers and the expressions over them; and the
 * versions of what it published.
 */
package org.cityeval.source;
