/** The last step: the page of what was published. */
package org.cityeval.job.report;
