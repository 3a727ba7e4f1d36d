package org.penstock.model;

import java.util.List;
import org.tribuo.MutableDataset;
import org.tribuo.Output;
import org.tribuo.OutputFactory;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** Makes a Tribuo dataset of columns of numbers. */
final class TribuoDatasets {

  /** The provenance of every dataset: what it is made of stands in the bundle, not in its model. */
  private static final String SOURCE = "penstock";

  private TribuoDatasets() {}

  /** One input of Tribuo as a column. */
  record InputColumn(String name, double[] values) {}

  /**
   * Makes the dataset.
   *
   * @param columns sorted by name, which is the order in which Tribuo keeps them; NaN is left out
   *     of an example, which XGBoost takes for missing and all others for zero
   */
  static <T extends Output<T>> MutableDataset<T> of(
      List<InputColumn> columns, T[] outputs, float[] weights, OutputFactory<T> factory) {
    var provenance = new SimpleDataSourceProvenance(SOURCE, CanonicalModel.EPOCH, factory);
    var dataset = new MutableDataset<>(provenance, factory);
    for (int row = 0; row < outputs.length; row++) {
      dataset.add(new ColumnExample<>(outputs[row], weights[row], columns, row));
    }
    return dataset;
  }
}
