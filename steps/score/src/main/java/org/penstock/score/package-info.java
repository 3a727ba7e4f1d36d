/**
 * The step that scores a table of features with an approved model and writes the ranked list.
 *
 * <p>Start with {@link org.penstock.score.ScoreStep}.
 */
package org.penstock.score;
