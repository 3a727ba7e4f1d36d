package org.penstock.evaluate.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.penstock.dataset.Dataset;
import org.penstock.dataset.Split;
import org.penstock.row.Column;
import org.penstock.row.ColumnTable;
import org.penstock.row.ColumnTable.Numbers;
import org.penstock.row.Kind;
import org.penstock.row.Role;

class TestRowsTest {

  @Test
  void knowsFeaturesThatSayTheSameOfAllTrainRows() {
    ColumnTable table =
        table(
            List.of("load", "differs", "equal", "absent", "sometimes-absent", "differs-in-test"),
            new double[][] {
              {1, 2, 3, 4},
              {5, 5, 6, 6},
              {7, 7, 7, 7},
              {Double.NaN, Double.NaN, Double.NaN, 8},
              {9, Double.NaN, 9, 9},
              {0, 0, 0, 1}
            });

    TestRows rows =
        new TestRows(table, Dataset.of(table), new Split(new int[] {0, 1, 2}, new int[] {3}));

    assertEquals(List.of("equal", "absent", "differs-in-test"), rows.constantFeatures());
    assertEquals(
        List.of(
            "Nothing can be learnt from equal, absent, differs-in-test: the same value, or none, in"
                + " all rows of the train split."),
        new Warnings().constant(rows.constantFeatures()).all());
    assertEquals(List.of(), new Warnings().constant(List.of()).all());
  }

  /** The first column is the label. */
  private static ColumnTable table(List<String> names, double[][] values) {
    return new ColumnTable(
        IntStream.range(0, names.size())
            .mapToObj(i -> column(names.get(i), i == 0 ? Role.LABEL : Role.FEATURE))
            .toList(),
        IntStream.range(0, names.size())
            .<ColumnTable.Data>mapToObj(i -> new Numbers(values[i]))
            .toList(),
        values[0].length);
  }

  private static Column column(String name, Role role) {
    return new Column(
        name,
        Kind.DOUBLE,
        role == Role.FEATURE,
        List.of(),
        Double.NEGATIVE_INFINITY,
        Double.POSITIVE_INFINITY,
        Set.of(role),
        false,
        "");
  }
}
