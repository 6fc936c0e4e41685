/** Falls and recoveries against a baseline. */
package org.cityeval.numeric.recovery;
