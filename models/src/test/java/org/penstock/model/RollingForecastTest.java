package org.penstock.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.penstock.config.Candidate;
import org.penstock.config.CellsTerm;
import org.penstock.config.ClassWeights;
import org.penstock.config.ForecastSettings;
import org.penstock.config.InputSettings;
import org.penstock.config.TrainerKind;
import org.penstock.dataset.Dataset;
import org.penstock.model.TrainedModel.Alternative;
import org.penstock.row.Task;
import org.penstock.scoring.Outlook;

class RollingForecastTest {

  private static final ForecastSettings SETTINGS =
      new ForecastSettings(
          List.of(Duration.ofHours(4)), Duration.ofHours(4), 0.5, Duration.ofHours(8));

  @Test
  void predictsEveryRowAfterTheFirstOriginOnce() {
    Dataset dataset = Hours.of(80, Hours::hour);

    Alternative rolling = rolling(dataset).run();

    assertEquals(40, rolling.rows().length);
    for (int i = 0; i < 40; i++) {
      assertEquals(40 + i, rolling.rows()[i]);
      assertEquals(Hours.hour(40 + i), rolling.outputs()[i], 1e-9);
    }
  }

  /** From row 60 on everything is 8 higher: the day after is carried over, in part at first. */
  @Test
  void carriesOverWhatWasMissed() {
    Dataset dataset = Hours.of(120, row -> Hours.hour(row) + (row >= 60 ? 8 : 0) + row % 3 * 1e-3);

    RollingForecast rolling = rolling(dataset);
    double[] said = rolling.run().outputs();

    assertEquals(Hours.hour(60), said[0], 0.01);
    assertTrue(said[59] > Hours.hour(119) + 4, "said " + said[59]);
  }

  /** What is to come cannot change what was said before. */
  @Test
  void doesNotKnowTheFuture() {
    double[] one = rolling(Hours.of(120, row -> Hours.hour(row) + row % 7)).run().outputs();
    double[] other =
        rolling(Hours.of(120, row -> row < 100 ? Hours.hour(row) + row % 7 : 99)).run().outputs();

    for (int i = 0; i < 40; i++) {
      assertEquals(one[i], other[i]);
    }
  }

  @Test
  void looksAheadFromTheLastRow() {
    Dataset dataset = Hours.of(80, row -> Hours.hour(row) + (row >= 76 ? row - 75 : 0));
    RollingForecast rolling = rolling(dataset);
    rolling.run();

    Outlook outlook =
        rolling.outlook(recipe().train(Examples.of(dataset, new int[] {0, 1, 2, 3}), 1).scorer());

    assertEquals(LocalDateTime.parse("1970-01-04T07:00"), outlook.end());
    assertEquals(Duration.ofHours(1), outlook.step());
    assertEquals(List.of(1.0, 2.0, 3.0, 4.0), Arrays.stream(outlook.errors()).boxed().toList());
  }

  private static RollingForecast rolling(Dataset dataset) {
    return new RollingForecast(recipe(), SETTINGS, dataset);
  }

  private static Recipe recipe() {
    Candidate candidate =
        new Candidate(
            "hours",
            TrainerKind.CELLS,
            Candidate.Resample.NONE,
            Candidate.Objective.SQUARED_ERROR,
            Optional.empty(),
            new InputSettings(),
            List.of(),
            Candidate.MeanOf.PREDICTIONS,
            Map.of(),
            List.of(new CellsTerm(List.of("hour"), "", 0)));
    return new Recipe(candidate, Task.NUMBER, new Hyperparameters(Map.of()), ClassWeights.NONE, 1);
  }
}
