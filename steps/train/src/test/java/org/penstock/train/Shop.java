package org.penstock.train;

import java.util.OptionalDouble;
import org.penstock.feature.FeatureView;
import org.penstock.feature.History;
import org.penstock.feature.ModelProject;

/** A project whose code the train step never calls. */
final class Shop implements ModelProject {

  @Override
  public String name() {
    return "shop";
  }

  @Override
  public FeatureView<?, ?> view() {
    return new FeatureView<Visit, Visit>() {
      @Override
      public Class<Visit> rowType() {
        return Visit.class;
      }

      @Override
      public Class<Visit> featureType() {
        return Visit.class;
      }

      @Override
      public History<Visit, Visit> history() {
        throw new UnsupportedOperationException();
      }
    };
  }

  @Override
  public void writeSample(long seed, int entities, Appendable csv) {
    throw new UnsupportedOperationException();
  }

  /** Returns the household's eleventh visit or so: four clients a household. */
  static Visit visit(int row, java.util.Random random) {
    int visits = random.nextInt(10);
    OptionalDouble spent =
        random.nextInt(4) == 0 ? OptionalDouble.empty() : OptionalDouble.of(random.nextGaussian());
    double odds = visits - 5 + spent.orElse(1);
    boolean bought = random.nextDouble() < 1 / (1 + Math.exp(-odds));
    return new Visit(row / 5, row / 20, visits, spent, bought);
  }
}
