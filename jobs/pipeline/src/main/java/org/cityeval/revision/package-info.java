/** What changed in the observations between two days of knowledge. */
package org.cityeval.revision;
