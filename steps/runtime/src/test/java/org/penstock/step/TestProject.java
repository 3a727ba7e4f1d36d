package org.penstock.step;

import java.io.IOException;
import java.time.LocalDateTime;
import org.penstock.feature.FeatureView;
import org.penstock.feature.History;
import org.penstock.feature.ModelProject;

/** A project whose rows are single numbers. Public, since {@code ServiceLoader} makes it. */
public final class TestProject implements ModelProject {

  record Row(int number) {}

  @Override
  public String name() {
    return "test-project";
  }

  @Override
  public FeatureView<?, ?> view() {
    return new FeatureView<Row, Row>() {
      @Override
      public Class<Row> rowType() {
        return Row.class;
      }

      @Override
      public Class<Row> featureType() {
        return Row.class;
      }

      @Override
      public History<Row, Row> history() {
        return new History<>() {
          @Override
          public Row features(Row row, LocalDateTime asOf) {
            return row;
          }

          @Override
          public void observe(Row row) {}
        };
      }
    };
  }

  @Override
  public void writeSample(long seed, int entities, Appendable csv) throws IOException {
    csv.append("number\n");
  }
}
