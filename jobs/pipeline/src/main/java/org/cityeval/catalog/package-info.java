/** Pages and listings printed from the values that define them: the schema, the specs. */
package org.cityeval.catalog;
