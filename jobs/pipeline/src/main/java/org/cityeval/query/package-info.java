/**
 * Answers questions about a warehouse in SQL, and only questions. What a statement may be made of
 * is listed. The tables it names are put into its plan, so that no catalogue is asked.
 */
package org.cityeval.query;
