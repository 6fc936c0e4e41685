/**
 * Finds every problem of a config at once. It holds the JSON Schema, the single source of truth for
 * keys and defaults, and the rules that a schema cannot say.
 */
package org.cityeval.config.check;
