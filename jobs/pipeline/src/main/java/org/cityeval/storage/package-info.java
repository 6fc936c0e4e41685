/** Where files stand: one spelling for every path of a command line, a config, an environment. */
package org.cityeval.storage;
