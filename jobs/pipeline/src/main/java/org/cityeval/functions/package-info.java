/**
 * Which functions of the engine a config, a contract or a query may call. It knows no other
 * package.
 */
package org.cityeval.functions;
