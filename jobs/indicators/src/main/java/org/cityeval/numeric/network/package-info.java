/** Who works with whom, and whether it all hangs on one. */
package org.cityeval.numeric.network;
