/**
 * The hourly electric load of a hospital in San Francisco, whose clock, calendar and seasons are
 * not those of the stamps.
 *
 * <p>Start reading at {@link org.penstock.hospitalload.BuildingTime}.
 */
package org.penstock.hospitalload;
