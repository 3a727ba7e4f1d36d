/**
 * The step that lets the policy decide whether a model may be put before a person.
 *
 * <p>Start with {@link org.penstock.approve.ApproveStep}.
 */
package org.penstock.approve;
