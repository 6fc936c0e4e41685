/**
 * The process of a command: its Spark session, its logs, its stop. Sessions are built here alone.
 */
package org.cityeval.cli.session;
