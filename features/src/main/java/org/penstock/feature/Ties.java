package org.penstock.feature;

/** Which rows of an entity see each other when they happened at the same time. */
public enum Ties {
  /** None: a history holds only what happened strictly before. */
  UNSEEN,
  /** Each row sees those that stand before it in the table, as a sort in a notebook does. */
  ROW_ORDER
}
