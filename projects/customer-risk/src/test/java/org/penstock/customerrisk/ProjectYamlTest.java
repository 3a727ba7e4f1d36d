package org.penstock.customerrisk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.penstock.config.ClassWeights;
import org.penstock.config.ProjectConfig;
import org.penstock.config.SplitSettings;

class ProjectYamlTest {

  private ProjectConfig config;

  @BeforeEach
  void read() throws IOException {
    try (InputStream yaml =
        CustomerRisk.class.getResourceAsStream("/META-INF/penstock/customer-risk/project.yaml")) {
      config = ProjectConfig.read(yaml, "project.yaml");
    }
  }

  @Test
  void equalRowsStayTogether() {
    assertEquals(SplitSettings.By.GROUP, config.split().by());
    assertEquals(InputColumns.names(), config.split().group());
  }

  @Test
  void searchesWithFiveFoldsAndBalancedClasses() {
    assertEquals(5, config.train().folds());
    assertEquals(ClassWeights.BALANCED, config.train().classWeights());
  }
}
