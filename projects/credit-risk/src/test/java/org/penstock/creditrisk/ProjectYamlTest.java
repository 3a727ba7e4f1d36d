package org.penstock.creditrisk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.penstock.config.AsOf;
import org.penstock.config.FeatureSettings;
import org.penstock.config.ProjectConfig;
import org.penstock.row.RowSchema;

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
  void isThatOfTheProject() {
    assertEquals(new CreditRisk().name(), config.name());
  }

  @Test
  void personsAreWhoAgreeInAllPersonalColumns() {
    assertEquals(PersonColumns.names(), config.split().group());
  }

  @Test
  void slicesAreColumns() {
    RowSchema<Loan> schema = RowSchema.of(Loan.class);

    assertTrue(config.evaluate().slices().stream().allMatch(name -> schema.indexOf(name) >= 0));
  }

  @Test
  void leaksNothing() {
    assertEquals(
        new FeatureSettings(new AsOf.Event(), FeatureSettings.Ties.UNSEEN), config.features());
  }
}
