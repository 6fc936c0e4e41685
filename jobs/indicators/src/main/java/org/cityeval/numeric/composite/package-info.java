/**
 * From many indicators to one number: treatment of outliers, normalisation, weights and aggregation
 * after the handbook of OECD and JRC (Nardo et al. 2008).
 */
package org.cityeval.numeric.composite;
