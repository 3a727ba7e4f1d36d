package org.penstock.assetmode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.penstock.config.AsOf;
import org.penstock.config.FeatureSettings;
import org.penstock.config.ProjectConfig;
import org.penstock.config.RepairSettings.Duplicates;
import org.penstock.config.SplitSettings.By;

class ProjectYamlTest {

  private ProjectConfig config;

  @BeforeEach
  void read() throws IOException {
    try (InputStream yaml =
        AssetMode.class.getResourceAsStream("/META-INF/penstock/asset-mode/project.yaml")) {
      config = ProjectConfig.read(yaml, "project.yaml");
    }
  }

  @Test
  void noAssetIsOnBothSides() {
    assertEquals(By.GIVEN, config.split().by());
  }

  @Test
  void looksBackOnly() {
    assertEquals(
        new FeatureSettings(new AsOf.Event(), FeatureSettings.Ties.UNSEEN), config.features());
  }

  @Test
  void equalRowsAreOne() {
    assertEquals(Duplicates.DROP_EQUAL, config.ingest().repairs().duplicates());
  }
}
