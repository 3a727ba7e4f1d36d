package org.penstock.creditrisk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.penstock.config.AsOf;
import org.penstock.config.FeatureSettings;
import org.penstock.config.ProjectConfig;

class ProjectYamlTest {

  private ProjectConfig config;

  @BeforeEach
  void read() throws IOException {
    try (InputStream yaml =
        CreditRisk.class.getResourceAsStream("/META-INF/penstock/credit-risk/project.yaml")) {
      config = ProjectConfig.read(yaml, "project.yaml");
    }
  }

  @Test
  void personsAreWhoAgreeInAllPersonalColumns() {
    assertEquals(PersonColumns.names(), config.split().group());
  }

  @Test
  void leaksNothing() {
    assertEquals(
        new FeatureSettings(new AsOf.Event(), FeatureSettings.Ties.UNSEEN), config.features());
  }
}
