/**
 * The evaluate step: a model on held-out rows to an evaluation and a report that a person can read.
 *
 * <p>Start with {@link org.penstock.evaluate.EvaluateStep}.
 */
package org.penstock.evaluate;
