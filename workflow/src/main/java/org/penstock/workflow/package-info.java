/**
 * Runs the documented subset of an Argo WorkflowTemplate on one machine.
 *
 * <p>Start with {@link org.penstock.workflow.Runner}; {@code docs/argo-subset.md} lists every field
 * and what becomes of it.
 */
package org.penstock.workflow;
