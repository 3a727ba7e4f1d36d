/**
 * Whether a customer who bets or games is at risk, from three amounts, the product and the age.
 *
 * <p>Start with {@link org.penstock.customerrisk.Ratios}.
 */
package org.penstock.customerrisk;
