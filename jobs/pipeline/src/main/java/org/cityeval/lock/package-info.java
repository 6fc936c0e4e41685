/** One run at a time per evaluation and warehouse. */
package org.cityeval.lock;
