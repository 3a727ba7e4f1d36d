/**
 * Which customers of an energy company are likely to buy a smart thermostat.
 *
 * <p>Start with {@link org.penstock.smartthermostat.Customer}.
 */
package org.penstock.smartthermostat;
