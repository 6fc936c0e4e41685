/**
 * Which functions of the engine a config, a contract or a query may call, and how a plan calls a
 * method of ours. It knows no other package.
 */
package org.cityeval.functions;
