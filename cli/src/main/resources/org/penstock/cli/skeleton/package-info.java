/**
 * Which orders will be sent back.
 *
 * <p>Start with {@link org.penstock.PACKAGE.OrderHistory}.
 */
package org.penstock.PACKAGE;
