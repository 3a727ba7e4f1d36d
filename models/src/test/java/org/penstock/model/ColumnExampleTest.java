package org.penstock.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.penstock.model.TribuoDatasets.InputColumn;
import org.tribuo.Feature;
import org.tribuo.impl.ArrayExample;
import org.tribuo.regression.Regressor;

class ColumnExampleTest {

  private static final Regressor OUTPUT = new Regressor("label", 1);

  private final List<InputColumn> columns =
      List.of(
          new InputColumn("a", new double[] {1, Double.NaN, Double.NaN}),
          new InputColumn("b", new double[] {0, 2, Double.NaN}),
          new InputColumn("c", new double[] {3, Double.NaN, Double.NaN}));

  @Test
  void showsWhatIsThereZerosIncluded() {
    assertEquals(List.of("a=1.0", "b=0.0", "c=3.0"), features(0));
    assertEquals(List.of("b=2.0"), features(1));
    assertEquals(List.of(), features(2));
  }

  @Test
  void isAnExampleOnlyIfAnythingIsThere() {
    assertTrue(example(1).validateExample());
    assertFalse(example(2).validateExample());
  }

  @Test
  void aCopyIsTribuosOwn() {
    var tribuo = new ArrayExample<>(OUTPUT, new String[] {"a", "b", "c"}, new double[] {1, 0, 3});

    assertEquals(tribuo, example(0).copy());
  }

  @Test
  void refusesToBeChanged() {
    var thrown =
        assertThrows(
            UnsupportedOperationException.class, () -> example(0).add(new Feature("d", 1)));

    assertEquals("A row of columns cannot be changed", thrown.getMessage());
  }

  private List<String> features(int row) {
    List<String> features = new ArrayList<>();
    for (Feature feature : example(row)) {
      features.add(feature.getName() + "=" + feature.getValue());
    }
    assertEquals(features.size(), example(row).size());
    return features;
  }

  private ColumnExample<Regressor> example(int row) {
    return new ColumnExample<>(OUTPUT, 1, columns, row);
  }
}
