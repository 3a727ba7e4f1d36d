/**
 * Trainers, the search for the best of them, resampling and calibration: a dataset in, a model
 * bundle and Tribuo's own model out. The owner of Tribuo and XGBoost.
 *
 * <p>Start with {@link org.penstock.model.ModelTraining}.
 */
package org.penstock.model;
