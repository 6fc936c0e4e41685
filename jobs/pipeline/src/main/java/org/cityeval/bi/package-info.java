/** Files that make the tables known to BI tools, generated from the specs of the tables. */
package org.cityeval.bi;
