package org.penstock.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.penstock.config.FeatureSettings.Ties;
import org.penstock.config.RepairSettings.Duplicates;
import org.penstock.config.ServingSettings.Request;

class RequestSettingsTest {

  private static final RequestSettings EVERY_KEY =
      new RequestSettings(
          Request.WINDOW,
          new FeatureSettings(new AsOf.Fixed(LocalDate.of(2024, 1, 31)), Ties.ROW_ORDER),
          new RepairSettings(
              Duplicates.KEEP_LAST, Optional.of(Duration.ofMinutes(5)), 10, Optional.empty()));

  @Test
  void areReadBackFromTheTreeThatAModelCarries() {
    assertEquals(
        EVERY_KEY, RecordTree.read(RecordTree.of(EVERY_KEY), "a model", RequestSettings.class));
  }

  @Test
  void leaveOutTheLastDayOfTheFile() throws IOException {
    try (InputStream yaml = getClass().getResourceAsStream("valid-every-key.yaml")) {
      ProjectConfig config = ProjectConfig.read(yaml, "valid-every-key.yaml");

      RequestSettings settings = RequestSettings.of(config);

      assertEquals(Optional.of(LocalDate.of(2024, 12, 31)), config.ingest().repairs().latest());
      assertEquals(EVERY_KEY.repairs(), settings.repairs());
      assertEquals(config.features(), settings.features());
      assertEquals(config.serving().request(), settings.request());
    }
  }
}
