/** Whether a run would only do again what an earlier one did. */
package org.cityeval.rerun;
