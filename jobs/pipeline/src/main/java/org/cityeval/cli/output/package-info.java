/** What the command line writes: answers, progress, failures and hints. */
package org.cityeval.cli.output;
