/**
 * How good probabilities are: metrics, their intervals, what they have to beat, and where they
 * fail.
 *
 * <p>Start with {@link org.penstock.evaluation.Metric}, then {@link
 * org.penstock.evaluation.Bootstrap}.
 */
package org.penstock.evaluation;
