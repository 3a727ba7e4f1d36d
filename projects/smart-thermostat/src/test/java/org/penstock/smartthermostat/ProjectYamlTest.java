package org.penstock.smartthermostat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.penstock.config.ClassWeights;
import org.penstock.config.ProjectConfig;
import org.penstock.config.ScoreSettings;
import org.penstock.row.RowSchema;
import org.penstock.row.Task;

class ProjectYamlTest {

  private final ProjectConfig config = ProjectYaml.config();

  @Test
  void isThatOfTheProject() {
    assertEquals(new SmartThermostat().name(), config.name());
  }

  @Test
  void fitsTheFeatures() {
    assertEquals(
        List.of(),
        config.train().problems(Task.BINARY, RowSchema.of(ToonFeatures.class).columns()));
  }

  @Test
  void slicesAreColumns() {
    RowSchema<ToonFeatures> schema = RowSchema.of(ToonFeatures.class);

    assertTrue(config.evaluate().slices().stream().allMatch(name -> schema.indexOf(name) >= 0));
  }

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
