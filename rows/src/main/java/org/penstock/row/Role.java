package org.penstock.row;

/** What a column is for; a column may have several roles. */
public enum Role {
  /** Identifies the row. */
  ID,
  /** Names the entity whose history the row belongs to. */
  ENTITY,
  /** Says when the row happened. */
  EVENT_TIME,
  /** Is what the model predicts. */
  LABEL,
  /** Keeps rows that must not be separated on one side of a split. */
  GROUP,
  /** Says which part of a given split the row belongs to. */
  PART,
  /** Divides an evaluation into parts that are looked at alone. */
  SLICE,
  /** Is what the model sees. */
  FEATURE
}
