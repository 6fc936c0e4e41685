/** What most commands take: which evaluation, which warehouse, which engine. */
package org.cityeval.cli.options;
