/**
 * An evaluation as one HTML file: no script, nothing loaded from elsewhere, the same bytes for the
 * same findings.
 *
 * <p>Start with {@link org.penstock.evaluate.page.ReportPage}.
 */
package org.penstock.evaluate.page;
