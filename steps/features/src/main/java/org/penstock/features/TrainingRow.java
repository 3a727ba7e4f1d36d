package org.penstock.features;

import org.penstock.feature.Featured;

/**
 * A row of the training table.
 *
 * @param featured the row and its features
 * @param group key of the rows which must not be separated by a split
 */
record TrainingRow<R extends Record, F extends Record>(Featured<R, F> featured, long group) {

  R row() {
    return featured.row();
  }

  F features() {
    return featured.features();
  }
}
