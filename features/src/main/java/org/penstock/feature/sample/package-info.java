/**
 * What generators of sample rows are made of: numbers that repeat, and rows written as files have
 * them.
 *
 * <p>Start with {@link org.penstock.feature.sample.Draw}.
 */
package org.penstock.feature.sample;
