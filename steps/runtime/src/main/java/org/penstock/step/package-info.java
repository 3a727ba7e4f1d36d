/**
 * What every step shares: arguments, step cache, outputs, progress and exit codes.
 *
 * <p>Start with {@link org.penstock.step.Step}, then {@link org.penstock.step.StepMain}.
 */
package org.penstock.step;
