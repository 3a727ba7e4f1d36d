package org.penstock.feature;

import org.penstock.config.FeatureSettings;

/** Which rows of an entity see each other when they happened at the same time. */
public enum Ties {
  /** None: a history holds only what happened strictly before. */
  UNSEEN,
  /** Each row sees those that stand before it in the table, as a sort in a notebook does. */
  ROW_ORDER;

  /** Returns what {@code project.yaml} says. */
  public static Ties of(FeatureSettings.Ties setting) {
    return switch (setting) {
      case UNSEEN -> UNSEEN;
      case ROW_ORDER -> ROW_ORDER;
    };
  }
}
