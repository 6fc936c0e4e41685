/** Who bore the burden: public value (公共价值). */
package org.cityeval.indicator.publicvalue;
