/** The second step: every district and day, complete and plausible. */
package org.cityeval.job.panel;
