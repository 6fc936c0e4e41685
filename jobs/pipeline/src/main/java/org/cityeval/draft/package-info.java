/**
 * Prints a first config for files nobody has described yet, with what each was taken for, and why.
 * What was only guessed decides nothing.
 */
package org.cityeval.draft;
