/** What a sample is taken for: its shape, days, keys, kinds and measures, each with its reason. */
package org.cityeval.draft.guess;
