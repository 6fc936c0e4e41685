/**
 * What a user can mend: told as problem, why and fix, each kind with its exit code. Knows nothing
 * else.
 */
package org.cityeval.problem;
