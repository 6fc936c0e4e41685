/** The third step: the values of all indicators. */
package org.cityeval.job.evaluate;
