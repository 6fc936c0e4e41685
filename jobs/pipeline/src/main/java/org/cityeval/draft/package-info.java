/**
 * A first config for files nobody has described yet: looks at the beginning of each file and says
 * what it took it for, and why. Starts no Spark and judges samples alone; the lake itself is read
 * by {@code source}. Knows the vocabulary of measures and nothing of the stages.
 */
package org.cityeval.draft;
