/** How well a decision or a score tells two classes, or several grades, apart. */
package org.cityeval.numeric.classification;
