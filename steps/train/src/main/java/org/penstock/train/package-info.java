/**
 * Step: a training table to a model bundle, Tribuo's own model, and what the search tried.
 *
 * <p>Start with {@link org.penstock.train.TrainMain}.
 */
package org.penstock.train;
