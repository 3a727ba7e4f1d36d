package org.penstock.assetmode;

import java.io.IOException;
import org.penstock.feature.FeatureView;
import org.penstock.feature.ModelProject;
import org.penstock.feature.sample.SampleCsv;
import org.penstock.row.RowSchema;

/** The project {@code asset-mode}. */
public final class AssetMode implements ModelProject {

  @Override
  public String name() {
    return "asset-mode";
  }

  @Override
  public FeatureView<Reading, ModeFeatures> view() {
    return FeatureView.of(Reading.class, ModeFeatures.class, ReadingHistory::new);
  }

  @Override
  public void writeSample(long seed, int entities, Appendable csv) throws IOException {
    SampleCsv.write(RowSchema.of(Reading.class), SampleReadings.of(seed, entities), csv);
  }
}
