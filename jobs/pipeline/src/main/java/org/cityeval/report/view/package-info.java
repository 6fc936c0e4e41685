/** What each section of the report says and draws, from the data to the model of the page. */
package org.cityeval.report.view;
