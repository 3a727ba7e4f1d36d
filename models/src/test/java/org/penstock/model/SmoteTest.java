package org.penstock.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penstock.row.Column;
import org.penstock.row.Kind;
import org.penstock.row.Role;

class SmoteTest {

  private static final Column LABEL = Tables.column("bought", Kind.BOOLEAN, List.of(), Role.LABEL);

  private final Examples examples = filled(Tables.all(Tables.learnable(2_000, 9)));

  private static Examples filled(Examples examples) {
    return Imputation.zeros(examples.features()).in(examples);
  }

  @Test
  void makesTheClassesEqualAndKeepsTheRowsThereWere() {
    Examples balanced = Smote.balance(examples, 1);

    double positives = Arrays.stream(balanced.labels()).sum();
    assertEquals(balanced.rows(), 2 * positives);
    for (int i = 0; i < 5; i++) {
      double[] kept = Arrays.copyOf(balanced.values()[i], examples.rows());
      assertArrayEquals(examples.values()[i], kept);
    }
  }

  @Test
  void equalSeedsGiveEqualRowsAndOthersDoNot() {
    double[] once = Smote.balance(examples, 1).values()[1];

    assertArrayEquals(once, Smote.balance(examples, 1).values()[1]);
    assertTrue(!Arrays.equals(once, Smote.balance(examples, 2).values()[1]));
  }

  @Test
  void aNewRowLiesBetweenRowsOfTheRareClass() {
    Examples balanced = Smote.balance(examples, 1);

    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (int row = 0; row < examples.rows(); row++) {
      if (examples.labels()[row] == balanced.labels()[balanced.rows() - 1]) {
        least = Math.min(least, examples.values()[1][row]);
        greatest = Math.max(greatest, examples.values()[1][row]);
      }
    }
    for (int row = examples.rows(); row < balanced.rows(); row++) {
      double value = balanced.values()[1][row];
      assertTrue(value >= least && value <= greatest);
    }
  }

  @Test
  void truncatesWholeNumbersTowardsZeroUnlessTheyMayBeMissing() {
    double[] values = {-3, -2, 2, 3, 50, 60, 70, 80, 90, 100};
    double[] labels = {1, 1, 1, 1, 0, 0, 0, 0, 0, 0};
    List<Column> columns = List.of(column("whole", false), column("perhaps", true));
    var rows =
        new Examples(
            columns, new double[][] {values, values.clone()}, LABEL, labels, Examples.ones(10));

    Examples balanced = Smote.balance(rows, 3);

    assertEquals(12, balanced.rows());
    boolean fraction = false;
    for (int row = 10; row < 12; row++) {
      double exact = balanced.values()[1][row];
      assertEquals(exact < 0 ? Math.ceil(exact) : Math.floor(exact), balanced.values()[0][row]);
      fraction |= exact != Math.rint(exact);
    }
    assertTrue(fraction);
  }

  @Test
  void repeatsARowThatIsAlone() {
    var rows =
        new Examples(
            List.of(column("whole", false)),
            new double[][] {{4, 1, 2, 3}},
            LABEL,
            new double[] {1, 0, 0, 0},
            Examples.ones(4));

    Examples balanced = Smote.balance(rows, 3);

    assertArrayEquals(new double[] {4, 1, 2, 3, 4, 4}, balanced.values()[0]);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 8, 9, 50, 2_000})
  void findsTheNeighboursThatLookingAtAllFinds(int count) {
    Random random = new Random(count);
    double[][] points = new double[count][3];
    for (double[] point : points) {
      // Few distinct places, so that many are equally near.
      point[0] = random.nextInt(6);
      point[1] = random.nextInt(6);
      point[2] = random.nextInt(3);
    }
    Neighbours neighbours = new Neighbours(points, 5);

    for (int point = 0; point < count; point += 1 + count / 100) {
      assertArrayEquals(nearest(points, point), neighbours.of(point));
    }
  }

  private static int[] nearest(double[][] points, int point) {
    return IntStream.range(0, points.length)
        .filter(other -> other != point)
        .boxed()
        .sorted((a, b) -> {
          int nearer = Double.compare(apart(points, a, point), apart(points, b, point));
          return nearer != 0 ? nearer : Integer.compare(a, b);
        })
        .limit(5)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static double apart(double[][] points, int a, int b) {
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      sum += (points[a][i] - points[b][i]) * (points[a][i] - points[b][i]);
    }
    return sum;
  }

  private static Column column(String name, boolean optional) {
    Column column = Tables.column(name, Kind.INT, List.of(), Role.FEATURE);
    return new Column(
        name, Kind.INT, optional, List.of(), column.min(), column.max(), column.roles(), false, "");
  }
}
