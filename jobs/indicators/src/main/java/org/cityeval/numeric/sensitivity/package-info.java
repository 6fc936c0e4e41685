/** How much of the spread of a result comes from which of the choices that went into it. */
package org.cityeval.numeric.sensitivity;
