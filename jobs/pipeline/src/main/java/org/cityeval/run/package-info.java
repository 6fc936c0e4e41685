/** What every step of a run shares: the run, its log, its checks and gate, and its vintage. */
package org.cityeval.run;
