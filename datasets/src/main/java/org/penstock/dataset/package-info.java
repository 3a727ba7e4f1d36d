/**
 * Rows chosen for learning, and the splits that keep what belongs together on one side.
 *
 * <p>Start with {@link org.penstock.dataset.Dataset}, then {@link org.penstock.dataset.Split}.
 */
package org.penstock.dataset;
