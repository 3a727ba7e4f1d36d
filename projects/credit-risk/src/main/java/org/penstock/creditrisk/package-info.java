/**
 * The risk that a client does not pay a loan on time: five features of a client's earlier loans.
 *
 * <p>Start with {@link org.penstock.creditrisk.LoanHistory}.
 */
package org.penstock.creditrisk;
