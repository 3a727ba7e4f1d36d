/**
 * The gather step: asks a vendor for every key that the rows of a file mention, within a budget.
 *
 * <p>Start with {@link org.penstock.gathering.GatherStep}; the budget is kept by {@link
 * org.penstock.gather.CallLedger}.
 */
package org.penstock.gathering;
