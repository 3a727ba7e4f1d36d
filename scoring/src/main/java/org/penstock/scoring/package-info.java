/**
 * A model bundle: features, flat arrays that score them, calibration and threshold in one file,
 * scored in plain Java.
 *
 * <p>Start with {@link org.penstock.scoring.ModelBundle}.
 */
package org.penstock.scoring;
