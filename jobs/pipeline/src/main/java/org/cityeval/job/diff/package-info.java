/** What differs between two days of knowledge, or between what was published of them. */
package org.cityeval.job.diff;
