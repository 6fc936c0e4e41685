/** Looks at the beginning of each file of a folder. Starts no Spark. */
package org.cityeval.draft.sample;
