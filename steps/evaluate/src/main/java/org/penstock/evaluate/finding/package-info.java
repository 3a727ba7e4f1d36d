/**
 * What an evaluation finds: metrics with intervals, slices, contenders, importances, a verdict.
 *
 * <p>Start with {@link org.penstock.evaluate.finding.Judge}, which computes it all.
 */
package org.penstock.evaluate.finding;
