package org.penstock.serving.request;

import static java.util.Objects.requireNonNull;

import org.penstock.config.FeatureSettings;
import org.penstock.config.ProjectConfig;
import org.penstock.config.ServingSettings;
import org.penstock.feature.AsOf;
import org.penstock.feature.Ties;

/**
 * What of {@code project.yaml} decides how requests are read.
 *
 * @param request what clients post
 * @param asOf as of when features are computed, as in the features step
 * @param ties what rows at one time know of each other, as in the features step
 */
public record RequestRules(ServingSettings.Request request, AsOf asOf, Ties ties) {

  public RequestRules {
    requireNonNull(request, "request");
    requireNonNull(asOf, "asOf");
    requireNonNull(ties, "ties");
  }

  /** Takes them from the settings of a project. */
  public static RequestRules of(ProjectConfig config) {
    return new RequestRules(
        config.serving().request(), asOf(config.features()), ties(config.features()));
  }

  private static AsOf asOf(FeatureSettings settings) {
    return switch (settings.asOf()) {
      case org.penstock.config.AsOf.Event _ -> new AsOf.Event();
      case org.penstock.config.AsOf.Fixed(var date) -> new AsOf.Fixed(date.atStartOfDay());
    };
  }

  private static Ties ties(FeatureSettings settings) {
    return switch (settings.ties()) {
      case UNSEEN -> Ties.UNSEEN;
      case ROW_ORDER -> Ties.ROW_ORDER;
    };
  }
}
