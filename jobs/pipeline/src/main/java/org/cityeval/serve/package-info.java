/**
 * Answers other programs over the network, by Arrow Flight SQL: what is published, and nothing
 * else. Statements are judged by {@code query}; here they are only carried. No class of Flight is
 * loaded before {@link org.cityeval.serve.SqlEndpoint} starts.
 */
package org.cityeval.serve;
