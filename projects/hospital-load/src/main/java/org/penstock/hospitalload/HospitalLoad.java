package org.penstock.hospitalload;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDateTime;
import org.penstock.feature.CalendarView;
import org.penstock.feature.FeatureView;
import org.penstock.feature.ModelProject;

/** The project {@code hospital-load}. */
public final class HospitalLoad implements ModelProject {

  @Override
  public String name() {
    return "hospital-load";
  }

  @Override
  public FeatureView<HourlyLoad, LoadFeatures> view() {
    return new LoadView();
  }

  /** An entity of the sample is a day. */
  @Override
  public void writeSample(long seed, int entities, Appendable csv) throws IOException {
    SampleLoads.write(seed, entities, csv);
  }

  private record LoadView() implements CalendarView<HourlyLoad, LoadFeatures> {
    @Override
    public Class<HourlyLoad> rowType() {
      return HourlyLoad.class;
    }

    @Override
    public Class<LoadFeatures> featureType() {
      return LoadFeatures.class;
    }

    @Override
    public Duration step() {
      return Duration.ofHours(1);
    }

    @Override
    public LoadFeatures at(LocalDateTime time) {
      BuildingTime building = BuildingTime.of(time);
      return new LoadFeatures(
          DayType.of(building.date(), building.weekday()),
          building.hour(),
          Warmth.of(building.date()));
    }
  }
}
