/** What a config says of the lake: the list of districts, sources, contracts and registers. */
package org.cityeval.config.lake;
