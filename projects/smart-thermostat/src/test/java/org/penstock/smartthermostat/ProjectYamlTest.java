package org.penstock.smartthermostat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.penstock.config.ClassWeights;
import org.penstock.config.ProjectConfig;
import org.penstock.config.ScoreSettings;

class ProjectYamlTest {

  private final ProjectConfig config = ProjectYaml.config();

  @Test
  void hasTheRecipeOfTheNotebook() {
    assertEquals(39, ProjectYaml.notebook().names().size());
    assertEquals(
        Optional.of(ClassWeights.BALANCED),
        config.train().candidates().stream()
            .filter(candidate -> candidate.name().equals("notebook"))
            .findFirst()
            .orElseThrow()
            .classWeights());
  }

  @Test
  void listsWhoHasNotBoughtInTheColumnsOfTheNotebook() {
    ScoreSettings score = config.score().orElseThrow();

    assertEquals(List.of("false"), score.listed());
    assertEquals(
        new ScoreSettings.Columns(
            "customer_id", "possible_prospect", List.of("reject_toon_chance", "buy_toon_chance")),
        score.columns());
  }
}
