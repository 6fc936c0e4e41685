/** Decentralised (分权化): whether districts decide for themselves, and close what reaches them. */
package org.cityeval.indicator.decentralisation;
