package org.penstock.serving;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.OptionalDouble;
import org.penstock.feature.FeatureView;
import org.penstock.feature.History;
import org.penstock.feature.ModelProject;
import org.penstock.row.Doc;
import org.penstock.row.Entity;
import org.penstock.row.EventTime;
import org.penstock.row.Personal;
import org.penstock.row.Range;

/** A project with a feature of every kind, to serve in tests. */
public final class Bakery implements ModelProject {

  enum Loaf {
    RYE,
    WHEAT,
    SPELT
  }

  record Visit(
      @Entity long customer,
      @EventTime LocalDate day,
      double spent,
      int age,
      boolean member,
      Loaf loaf) {}

  record Habits(
      @Range(min = 0, max = 1000) @Doc("Earlier visits") int visits,
      @Range(min = 0) @Doc("Mean of what was spent before; missing at the first visit")
          OptionalDouble meanSpent,
      @Personal @Range(min = 0, max = 130) int age,
      boolean member,
      @Doc("The loaf that was bought") Loaf loaf) {}

  @Override
  public String name() {
    return "bakery";
  }

  @Override
  public FeatureView<Visit, Habits> view() {
    return new FeatureView<>() {
      @Override
      public Class<Visit> rowType() {
        return Visit.class;
      }

      @Override
      public Class<Habits> featureType() {
        return Habits.class;
      }

      @Override
      public History<Visit, Habits> history() {
        return new Visits();
      }
    };
  }

  @Override
  public void writeSample(long seed, int entities, Appendable csv) throws IOException {
    throw new UnsupportedOperationException();
  }

  private static final class Visits implements History<Visit, Habits> {
    private int visits;
    private double spent;

    @Override
    public Habits features(Visit visit, LocalDateTime asOf) {
      return new Habits(
          visits,
          visits == 0 ? OptionalDouble.empty() : OptionalDouble.of(spent / visits),
          visit.age(),
          visit.member(),
          visit.loaf());
    }

    @Override
    public void observe(Visit visit) {
      visits++;
      spent += visit.spent();
    }
  }
}
