package org.penstock.config;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.penstock.config.ServingSettings.Request;

/**
 * What of {@code project.yaml} decides how the service makes features of what is posted. It goes
 * with the model that was trained under it.
 *
 * @param request what a record of a request is
 * @param features as of when features are computed, and ties
 * @param repairs what is put right in a window of rows; of no latest day, since what is posted is
 *     later than the file that the model was learnt from
 */
public record RequestSettings(Request request, FeatureSettings features, RepairSettings repairs) {

  public RequestSettings {
    requireNonNull(request, "request");
    requireNonNull(features, "features");
    requireNonNull(repairs, "repairs");
  }

  /** Takes them from the settings of a project. */
  public static RequestSettings of(ProjectConfig config) {
    RepairSettings repairs = config.ingest().repairs();
    return new RequestSettings(
        config.serving().request(),
        config.features(),
        new RepairSettings(
            repairs.duplicates(), repairs.step(), repairs.stuckAfter(), Optional.empty()));
  }
}
