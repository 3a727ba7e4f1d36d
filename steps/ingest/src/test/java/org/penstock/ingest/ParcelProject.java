package org.penstock.ingest;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.penstock.feature.FeatureView;
import org.penstock.feature.History;
import org.penstock.feature.ModelProject;
import org.penstock.row.EventTime;
import org.penstock.row.Id;
import org.penstock.row.Personal;
import org.penstock.row.Range;

/** A project of parcels. Public, since {@code ServiceLoader} makes it. */
public final class ParcelProject implements ModelProject {

  record Parcel(
      @Id long number,
      @EventTime LocalDate sent,
      @Range(min = 0, max = 30) double weight,
      @Personal String name) {}

  @Override
  public String name() {
    return "parcels";
  }

  @Override
  public FeatureView<?, ?> view() {
    return new FeatureView<Parcel, Parcel>() {
      @Override
      public Class<Parcel> rowType() {
        return Parcel.class;
      }

      @Override
      public Class<Parcel> featureType() {
        return Parcel.class;
      }

      @Override
      public History<Parcel, Parcel> history() {
        return new History<>() {
          @Override
          public Parcel features(Parcel row, LocalDateTime asOf) {
            return row;
          }

          @Override
          public void observe(Parcel row) {}
        };
      }
    };
  }

  @Override
  public void writeSample(long seed, int entities, Appendable csv) throws IOException {
    csv.append("number,sent,weight,name\n");
    for (int i = 0; i < entities; i++) {
      csv.append("%d,2024-01-01,%d,seed %d\n".formatted(i, i, seed));
    }
  }
}
