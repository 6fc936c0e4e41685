/**
 * From registers of citizens' requests to silver.service_request: a row is one record, and ends as
 * one of the five outcomes of {@link org.cityeval.ingest.Outcome}.
 */
package org.cityeval.requests;
