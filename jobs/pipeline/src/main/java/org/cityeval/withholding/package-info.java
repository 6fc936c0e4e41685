/** Between what was found and what is published: small counts, and what would tell them. */
package org.cityeval.withholding;
