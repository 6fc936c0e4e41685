/**
 * Answers questions about a warehouse in SQL, and only questions: what a statement may be made of
 * is listed, and the tables it names are put into its plan, so that no catalogue is asked.
 */
package org.cityeval.query;
