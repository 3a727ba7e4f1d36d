package org.penstock.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.penstock.config.Candidate;
import org.penstock.config.Candidate.Resample;
import org.penstock.config.TrainerKind;

class GridTest {

  private final Candidate candidate =
      new Candidate(
          "boosting",
          TrainerKind.BOOSTING,
          Resample.NONE,
          Map.of("trees", List.of(10.0, 20.0), "rate", List.of(0.1, 0.2, 0.3)));

  @Test
  void isEveryCombinationTheLastNameFirst() {
    List<Hyperparameters> grid = Grid.of(candidate, 6, 1);

    assertEquals(6, grid.size());
    assertEquals(Map.of("rate", 0.1, "trees", 10.0), grid.get(0).values());
    assertEquals(Map.of("rate", 0.1, "trees", 20.0), grid.get(1).values());
    assertEquals(Map.of("rate", 0.2, "trees", 10.0), grid.get(2).values());
  }

  @Test
  void drawsAsManyAsAreAllowedAndTheSameForEqualSeeds() {
    List<Hyperparameters> drawn = Grid.of(candidate, 4, 1);

    assertEquals(4, drawn.stream().distinct().count());
    assertEquals(drawn, Grid.of(candidate, 4, 1));
  }

  @Test
  void isOneCombinationWhereNothingIsToChoose() {
    var plain = new Candidate("plain", TrainerKind.LOGISTIC, Resample.NONE, Map.of());

    assertEquals(1, Grid.of(plain, 6, 1).size());
  }
}
