package org.penstock.hospitalload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.penstock.config.ApprovalSettings.Bound;
import org.penstock.config.ApprovalSettings.Limit;
import org.penstock.config.ApprovalSettings.On;
import org.penstock.config.ProjectConfig;
import org.penstock.config.SplitSettings.By;

class ProjectYamlTest {

  private ProjectConfig config;

  @BeforeEach
  void read() throws IOException {
    try (InputStream yaml =
        HospitalLoad.class.getResourceAsStream("/META-INF/penstock/hospital-load/project.yaml")) {
      config = ProjectConfig.read(yaml, "project.yaml");
    }
  }

  @Test
  void theFutureIsNeverLearntFrom() {
    assertEquals(By.TIME, config.split().by());
    assertEquals(0.2, config.split().test());
  }

  @Test
  void aModelNotBetterThanNaive168IsRejected() {
    assertTrue(
        config
            .forecast()
            .orElseThrow()
            .naive()
            .containsAll(List.of(Duration.ofHours(24), Duration.ofHours(168))));
    assertTrue(
        config
            .approval()
            .policy()
            .contains(new Limit("mae-vs-naive-168h", On.UPPER, Bound.AT_MOST, 0.95)));
  }
}
