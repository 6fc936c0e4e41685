/** How text, numbers and commands look to a person at a terminal. Knows nothing else. */
package org.cityeval.terminal;
