package org.penstock.config;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each limit of a setting from both sides. */
class SettingsLimitsTest {

  @ParameterizedTest
  @CsvSource({
    "sample, entities, 1, 0",
    "ingest, max-bad-fraction, 0, -0.001",
    "ingest, max-bad-fraction, 1, 1.001",
    "split, test, 0.0001, 0",
    "split, test, 0.9999, 1",
    "train, folds, 2, 1",
    "train, search-rows, 1, 0",
    "train, trials, 1, 0",
    "evaluate, bootstrap, 20, 19",
    "evaluate, confidence, 0.0001, 0",
    "evaluate, confidence, 0.9999, 1",
    "approval, valid-for, 1ms, 0s",
    "serving, port, 0, -1",
    "serving, port, 65535, 65536",
  })
  void allowsTheLimitAndNothingBeyond(String section, String key, String good, String bad) {
    assertDoesNotThrow(() -> read(section, key, good));

    var thrown = assertThrows(InvalidConfigException.class, () -> read(section, key, bad));
    assertEquals(1, thrown.problems().size(), thrown.getMessage());
    assertEquals(
        section + "." + key, thrown.problems().getFirst().split(": ")[1], thrown.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "logistic, l2, 0, -0.1",
    "logistic, epochs, 1, 0",
    "boosting, trees, 1, 1.5",
    "boosting, trees, 2147483647, 2147483648",
    "boosting, leaves, 2, 1",
    "boosting, leaves, 2147483647, 2147483648",
    "boosting, leaves, 3, 3.5",
    "boosting, depth, 1, 0",
    "boosting, bins, 2, 1",
    "boosting, rate, 1, 1.01",
    "boosting, rate, 0.0001, 0",
    "boosting, min-child-weight, 0, -1",
    "boosting, subsample, 1, 2",
    "boosting, column-fraction, 1, 0",
    "boosting, l1, 0, -1",
    "boosting, l2, 0, -1",
    "boosting, gamma, 0, -1",
    "forest, trees, 1, 0",
    "forest, depth, 1, 0",
    "forest, bins, 2, 1.5",
    "forest, min-child-weight, 0, -1",
    "forest, column-fraction, 1, 0",
  })
  void boundsEveryHyperparameter(String trainer, String name, String good, String bad) {
    String candidates = "[{name: a, trainer: %s, hyperparameters: {%s: [%s]}}]";
    assertDoesNotThrow(
        () -> read("train", "candidates", candidates.formatted(trainer, name, good)));

    var thrown =
        assertThrows(
            InvalidConfigException.class,
            () -> read("train", "candidates", candidates.formatted(trainer, name, bad)));
    assertEquals(1, thrown.problems().size(), thrown.getMessage());
    assertEquals(
        "train.candidates[0].hyperparameters.%s[0]".formatted(name),
        thrown.problems().getFirst().split(": ")[1]);
  }

  private static ProjectConfig read(String section, String key, String value) throws Exception {
    String sections =
        """
        name: a
        title: A
        split: {by: entity}
        train: {seed: 1, candidates: [{name: plain, trainer: logistic}]}
        approval: {policy: [{metric: auc, bound: at-least, limit: 0.6}]}
        """;
    String given = "%s: %s".formatted(key, value);
    String yaml =
        switch (section) {
          case "split" -> sections.replace("by: entity", "by: entity, " + given);
          case "train" ->
              key.equals("candidates")
                  ? sections.replace("[{name: plain, trainer: logistic}]", value)
                  : sections.replace("seed: 1", "seed: 1, " + given);
          case "approval" -> sections.replace("{policy", "{" + given + ", policy");
          default -> sections + "%s: {%s}\n".formatted(section, given);
        };
    return ProjectConfig.read(
        new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "project.yaml");
  }
}
