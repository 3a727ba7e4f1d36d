/**
 * Rows in files: CSV in, Parquet in and out, data contracts and quarantine.
 *
 * <p>Start with {@link org.penstock.table.CsvReader} and {@link org.penstock.table.ParquetRows}.
 */
package org.penstock.table;
