/** From YAML and overrides to a checked config, and what differs between two of them. */
package org.cityeval.config.load;
