/** Composite indicators after the handbook of OECD and JRC (Nardo et al. 2008). */
package org.cityeval.numeric.composite;
