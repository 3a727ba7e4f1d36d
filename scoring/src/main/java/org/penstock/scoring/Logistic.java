package org.penstock.scoring;

/** The logistic function and its inverse, by {@link StrictMath}: equal bits on every machine. */
public final class Logistic {

  private static final double CLOSEST = 1e-15;

  private Logistic() {}

  /** Returns the probability of log-odds, in [0, 1]. */
  public static double sigmoid(double logOdds) {
    return 1 / (1 + StrictMath.exp(-logOdds));
  }

  /** Returns the log-odds of a probability, which is first kept 1e-15 away from 0 and from 1. */
  public static double logit(double probability) {
    double inside = Math.clamp(probability, CLOSEST, 1 - CLOSEST);
    return StrictMath.log(inside / (1 - inside));
  }
}
