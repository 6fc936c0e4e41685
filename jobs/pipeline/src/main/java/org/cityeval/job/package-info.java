/** The five jobs: read, transform, write, count. Each is schedulable alone. */
package org.cityeval.job;
