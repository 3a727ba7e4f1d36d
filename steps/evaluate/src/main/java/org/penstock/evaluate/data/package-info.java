/**
 * The rows behind an evaluation: how many were read, set aside and put right, and what is missing
 * in them.
 *
 * <p>Start reading at {@link org.penstock.evaluate.data.DataQuality}.
 */
package org.penstock.evaluate.data;
