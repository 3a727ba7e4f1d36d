package org.penstock.approval;

/**
 * One metric of an evaluation.
 *
 * @param value on the held-out split; NaN if the metric is undefined there
 * @param lower end of its confidence interval; NaN if there is none
 * @param upper end of its confidence interval; NaN if there is none
 */
public record MetricValue(double value, double lower, double upper) {}
