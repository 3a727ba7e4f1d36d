package org.penstock.train;

import java.util.Optional;
import org.penstock.config.ForecastSettings;
import org.penstock.config.ProjectConfig;
import org.penstock.config.RequestSettings;
import org.penstock.config.SplitSettings;
import org.penstock.config.TrainSettings;

/**
 * What of {@code project.yaml} a training depends on.
 *
 * @param name of the project
 * @param title what is predicted, for the model's card
 * @param split which rows teach
 * @param forecast how it is judged as a forecast
 * @param train what is trained, and how it is chosen
 * @param requests what the model tells the service of requests
 */
record TrainRules(
    String name,
    String title,
    SplitSettings split,
    TrainSettings train,
    Optional<ForecastSettings> forecast,
    RequestSettings requests) {

  static TrainRules of(ProjectConfig config) {
    return new TrainRules(
        config.name(),
        config.title(),
        config.split(),
        config.train(),
        config.forecast(),
        RequestSettings.of(config));
  }
}
