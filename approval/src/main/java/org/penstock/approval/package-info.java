/**
 * Who said, over which digests, that a model may be served: the policy that decides first, the
 * signed record of a person, the log that chains them, and their verification.
 *
 * <p>Start with {@link org.penstock.approval.ApprovalRecord}, then {@link
 * org.penstock.approval.ApprovalVerifier}. The formats are specified in {@code docs/artifacts.md}.
 */
package org.penstock.approval;
