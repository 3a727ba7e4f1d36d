package org.penstock.config;

/** How much each class weighs while training. */
public enum ClassWeights {
  /** All rows alike. */
  NONE,
  /** Each class as much as any other. */
  BALANCED
}
