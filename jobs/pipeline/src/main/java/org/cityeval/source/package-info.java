/** The rows of a source in one shape: headings, days, numbers and the expressions over them. */
package org.cityeval.source;
