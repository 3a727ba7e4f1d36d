package org.penstock.config;

import static java.util.Objects.requireNonNull;

/**
 * As of when features are computed, and whether rows of equal time see each other.
 *
 * @param asOf the time of the event, or one date for all
 * @param ties what two events of an entity at the same time know of each other
 */
public record FeatureSettings(@Default("event") AsOf asOf, @Default("unseen") Ties ties) {

  /** What events of one entity with equal time know of each other. */
  public enum Ties {
    /** Nothing: features are asked of all of them before any is observed. */
    UNSEEN,
    /** The later row of the file sees the earlier one, as a notebook does. */
    ROW_ORDER
  }

  public FeatureSettings {
    requireNonNull(asOf, "asOf");
    requireNonNull(ties, "ties");
  }
}
