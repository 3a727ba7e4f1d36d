package org.penstock.serving;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.penstock.config.AsOf;
import org.penstock.config.FeatureSettings;
import org.penstock.config.FeatureSettings.Ties;
import org.penstock.config.RecordTree;
import org.penstock.config.RepairSettings;
import org.penstock.config.RepairSettings.Duplicates;
import org.penstock.config.RequestSettings;
import org.penstock.config.ServingSettings.Request;

/** What models say of requests, as the train step writes it. */
final class Asked {

  private static final RepairSettings NOTHING =
      new RepairSettings(Duplicates.KEEP, Optional.empty(), 0, Optional.empty());

  private Asked() {}

  static Map<String, Object> with(Request request) {
    return of(request, Ties.UNSEEN, NOTHING);
  }

  static Map<String, Object> windowsWithTies(Ties ties) {
    return of(Request.WINDOW, ties, NOTHING);
  }

  static Map<String, Object> windowsOfDays(Duplicates duplicates) {
    return of(
        Request.WINDOW,
        Ties.UNSEEN,
        new RepairSettings(duplicates, Optional.of(Duration.ofDays(1)), 3, Optional.empty()));
  }

  private static Map<String, Object> of(Request request, Ties ties, RepairSettings repairs) {
    return RecordTree.of(
        new RequestSettings(request, new FeatureSettings(new AsOf.Event(), ties), repairs));
  }
}
