/**
 * The exit handler: tells people how a run ended, in the log and at an address of their choice.
 *
 * <p>Start with {@link org.penstock.notify.NotifyStep}.
 */
package org.penstock.notify;
