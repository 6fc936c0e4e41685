/**
 * Which functions of the engine a config, a contract or a query may call, how a plan calls a method
 * of ours, and how few rows come to the driver. It knows no other package.
 */
package org.cityeval.functions;
