package org.penstock.model;

import java.util.Arrays;
import java.util.List;
import org.tribuo.Example;
import org.tribuo.MutableDataset;
import org.tribuo.Output;
import org.tribuo.OutputFactory;
import org.tribuo.impl.ArrayExample;
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
    String[] names = columns.stream().map(InputColumn::name).toArray(String[]::new);
    for (int row = 0; row < outputs.length; row++) {
      dataset.add(example(names, columns, row, outputs[row], weights[row]));
    }
    return dataset;
  }

  static <T extends Output<T>> Example<T> example(
      String[] names, List<InputColumn> columns, int row, T output, float weight) {
    String[] present = new String[names.length];
    double[] values = new double[names.length];
    int size = 0;
    for (int i = 0; i < names.length; i++) {
      double value = columns.get(i).values()[row];
      if (!Double.isNaN(value)) {
        present[size] = names[i];
        values[size++] = value;
      }
    }
    Example<T> example =
        size == names.length
            ? new ArrayExample<>(output, names, values)
            : new ArrayExample<>(output, Arrays.copyOf(present, size), Arrays.copyOf(values, size));
    example.setWeight(weight);
    return example;
  }
}
