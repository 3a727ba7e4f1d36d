/**
 * The step that reads a file of rows, sets aside those that break the contract, and writes a table
 * in event-time order.
 *
 * <p>Start with {@link org.penstock.ingest.IngestStep}.
 */
package org.penstock.ingest;
