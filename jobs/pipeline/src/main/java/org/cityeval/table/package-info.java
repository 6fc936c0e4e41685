/** The tables as specs: names, columns and comments, and how a row is made of them. */
package org.cityeval.table;
