/**
 * Gathers answers of a vendor who is paid by the call, within a budget that two gatherers at once
 * and a crash at any moment cannot exceed.
 *
 * <p>Start with {@link org.penstock.gather.Gatherer}; what keeps the budget is {@link
 * org.penstock.gather.CallLedger}.
 */
package org.penstock.gather;
