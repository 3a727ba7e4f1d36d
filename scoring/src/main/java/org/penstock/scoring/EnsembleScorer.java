package org.penstock.scoring;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The weighted mean of what several scorers say of a row: of their probabilities, each first taken
 * through its own curve, or of their numbers.
 *
 * <p>A curve that leads from a probability to the share of rows that a scorer says less of makes a
 * mean of ranks: scorers whose probabilities mean different things then count alike.
 *
 * @param members at least two, of the same features and outputs
 */
public record EnsembleScorer(List<Member> members) implements Scorer {

  /**
   * One of the scorers.
   *
   * @param scorer says something of a row
   * @param curve leads from its probability of the second of two labels to what is averaged; none
   *     for more than two labels, and for numbers
   * @param weight positive; those of all members add up to 1
   */
  public record Member(Scorer scorer, Calibration curve, double weight) {

    public Member {
      requireNonNull(scorer, "scorer");
      requireNonNull(curve, "curve");
      if (!(weight > 0 && weight <= 1)) {
        throw new IllegalArgumentException("A member has weight %s".formatted(weight));
      }
    }
  }

  /** Sums of as many doubles as there may be members. */
  private static final double ROUNDING = 1e-9;

  public EnsembleScorer {
    members = List.copyOf(members);
    if (members.size() < 2) {
      throw new IllegalArgumentException(
          "An ensemble has at least two members, not " + members.size());
    }
    double weights = members.stream().mapToDouble(Member::weight).sum();
    if (!(Math.abs(weights - 1) <= ROUNDING)) {
      throw new IllegalArgumentException("The weights add up to %s, not 1".formatted(weights));
    }
    Scorer first = members.getFirst().scorer();
    for (Member member : members) {
      Scorer scorer = member.scorer();
      if (scorer.features() != first.features() || scorer.outputs() != first.outputs()) {
        throw new IllegalArgumentException(
            "Members of %d features and %d outputs, and of %d and %d"
                .formatted(first.features(), first.outputs(), scorer.features(), scorer.outputs()));
      }
      for (int i = 0; i < scorer.features(); i++) {
        if (scorer.isCategory(i) != first.isCategory(i)) {
          throw new IllegalArgumentException(
              "Feature %d is a category to one member and none to another".formatted(i));
        }
      }
      if (scorer.outputs() > 1 && !(member.curve() instanceof Calibration.None)) {
        throw new IllegalArgumentException("A curve is for one probability, not several");
      }
    }
  }

  @Override
  public int features() {
    return members.getFirst().scorer().features();
  }

  @Override
  public boolean isCategory(int feature) {
    return members.getFirst().scorer().isCategory(feature);
  }

  @Override
  public int outputs() {
    return members.getFirst().scorer().outputs();
  }

  /**
   * {@inheritDoc}
   *
   * <p>The mean of the members' outputs. Probabilities are not made of it: they are means
   * themselves.
   */
  @Override
  public double output(double[] row, int output) {
    double sum = 0;
    for (int i = 0; i < members.size(); i++) {
      Member member = members.get(i);
      sum += member.weight * member.scorer.output(row, output);
    }
    return sum;
  }

  @Override
  public double probability(double[] row, int label) {
    boolean two = outputs() == 1;
    double sum = 0;
    for (int i = 0; i < members.size(); i++) {
      Member member = members.get(i);
      sum += member.weight * member.curve.apply(member.scorer.probability(row, two ? 1 : label));
    }
    double bounded = Math.clamp(sum, 0, 1);
    return two && label == 0 ? 1 - bounded : bounded;
  }

  @Override
  public void probabilities(double[] row, double[] into) {
    for (int label = 0; label < into.length; label++) {
      into[label] = probability(row, label);
    }
  }
}
