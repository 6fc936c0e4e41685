/** What a config expects of the lake, held against its headings and its first cells. */
package org.cityeval.check;
