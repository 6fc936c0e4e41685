/** Tools of others open what is published, and find what Delta's own reader finds. */
package org.cityeval.readers;
