package org.penstock.scoring;

import java.util.List;

/** Placeholder body follows. */
public record TreesScorer(int features, float[] base, List<Tree> trees) implements Scorer {

  public record Tree(int output) {}

  @Override
  public int outputs() {
    throw new UnsupportedOperationException();
  }

  @Override
  public double output(double[] features, int output) {
    throw new UnsupportedOperationException();
  }

  @Override
  public double probability(double[] features, int label) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void probabilities(double[] features, double[] into) {
    throw new UnsupportedOperationException();
  }
}
