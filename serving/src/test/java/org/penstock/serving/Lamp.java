package org.penstock.serving;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.penstock.config.ServingSettings.Request;
import org.penstock.feature.CalendarView;
import org.penstock.feature.FeatureView;
import org.penstock.feature.ModelProject;
import org.penstock.row.EventTime;
import org.penstock.row.Label;
import org.penstock.row.RowSchema;
import org.penstock.scoring.Calibration;
import org.penstock.scoring.CellsScorer;
import org.penstock.scoring.Interval;
import org.penstock.scoring.ModelBundle;
import org.penstock.scoring.ModelCard;
import org.penstock.scoring.Outlook;

/** A project that is a forecast: a lamp that burns 10 an hour of the day. */
final class Lamp implements ModelProject {

  record Light(@EventTime LocalDateTime at, @Label double used) {}

  record Clock(int hour) {}

  @Override
  public String name() {
    return "lamp";
  }

  @Override
  public FeatureView<Light, Clock> view() {
    return new CalendarView<>() {
      @Override
      public Class<Light> rowType() {
        return Light.class;
      }

      @Override
      public Class<Clock> featureType() {
        return Clock.class;
      }

      @Override
      public Duration step() {
        return Duration.ofHours(1);
      }

      @Override
      public Clock at(LocalDateTime time) {
        return new Clock(time.getHour());
      }
    };
  }

  @Override
  public void writeSample(long seed, int entities, Appendable csv) throws IOException {
    throw new UnsupportedOperationException();
  }

  /** Knows all until the new year, and missed the last two hours by 4 and -4. */
  static ModelBundle bundle() {
    double[] values = new double[24];
    for (int hour = 0; hour < values.length; hour++) {
      values[hour] = 10 * hour;
    }
    return new ModelBundle(
            "lamp",
            RowSchema.of(Clock.class).columns(),
            List.of(),
            new CellsScorer(
                0,
                List.of(
                    new CellsScorer.Term(
                        new int[] {0},
                        new int[] {0},
                        new int[] {24},
                        OptionalInt.empty(),
                        0,
                        values)),
                new boolean[] {false}),
            new Calibration.None(),
            0.5,
            new ModelCard("A lamp", "cells", "cells", new TreeMap<>(), 0, new TreeMap<>()))
        .with(new Interval(0.9, OptionalInt.empty(), 0, new double[0], 7))
        .with(
            new Outlook(
                LocalDateTime.parse("2016-01-01T00:00"),
                Duration.ofHours(1),
                0.5,
                new double[] {4, -4}))
        .withRequests(Asked.with(Request.FEATURES));
  }
}
