/**
 * Reads YAML and flags into validated records, and {@code project.yaml} as one of them.
 *
 * <p>Start with {@link org.penstock.config.ProjectConfig}; {@link org.penstock.config.RecordReader}
 * says what any record may contain.
 */
package org.penstock.config;
