/** The fourth step: scores and ranks, and the publication of a whole run. */
package org.cityeval.job.compare;
