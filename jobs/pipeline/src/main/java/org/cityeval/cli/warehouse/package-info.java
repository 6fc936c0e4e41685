/** Commands that look after a warehouse, or hand it on to other tools. */
package org.cityeval.cli.warehouse;
