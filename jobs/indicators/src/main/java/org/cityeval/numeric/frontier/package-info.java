/** How far each unit lies below what the others show to be possible. */
package org.cityeval.numeric.frontier;
