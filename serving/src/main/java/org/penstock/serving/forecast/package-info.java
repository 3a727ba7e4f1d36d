/**
 * What a project whose rows follow each other in time says of the time after its last row.
 *
 * <p>Start with {@link org.penstock.serving.forecast.Forecasts}.
 */
package org.penstock.serving.forecast;
