package org.penstock.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.penstock.row.Label;
import org.penstock.row.RowSchema;

class SeasonalNaiveTrainerTest {

  enum Season {
    WINTER,
    SUMMER
  }

  record Hour(Season season, OptionalDouble dayAgo, OptionalDouble weekAgo, @Label double load) {}

  private static final double UNEVEN = 0.1 + 0.2;

  @Test
  void repeatsTheLagBitForBitAndNothingElse() {
    Learned learned = learned("week_ago");

    assertArrayEquals(new double[] {UNEVEN, -1e-300, 12}, learned.outputs(examples()));
    assertEquals(UNEVEN, learned.scorer().output(new double[] {0, 9, UNEVEN}, 0));
  }

  @Test
  void predictsTheMeanOfWhatItLearntFromWhereTheLagIsMissing() {
    assertArrayEquals(new double[] {3, 7, 12}, learned("day_ago").outputs(examples()));
  }

  private static Learned learned(String lag) {
    return new SeasonalNaiveTrainer(lag).train(examples(), 1);
  }

  /** Three hours of 10, 20 and 6; the last has no reading of the day before. */
  private static Examples examples() {
    var columns = RowSchema.of(Hour.class).columns();
    return new Examples(
        columns.subList(0, 3),
        new double[][] {{0, 1, 1}, {3, 7, Double.NaN}, {UNEVEN, -1e-300, 12}},
        columns.get(3),
        new double[] {10, 20, 6},
        Examples.ones(3));
  }
}
