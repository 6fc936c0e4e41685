/** Text cut into records, for the lake and for drafts alike; knows neither Spark nor the config. */
package org.cityeval.csv;
