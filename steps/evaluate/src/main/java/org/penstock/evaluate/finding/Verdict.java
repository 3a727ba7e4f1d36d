package org.penstock.evaluate.finding;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.penstock.evaluate.plot.Numbers;
import org.penstock.evaluation.Estimate;

/**
 * What an evaluation comes to, in words. It decides nothing: that is the approval policy's work.
 *
 * @param level how much there is
 * @param headline a sentence
 * @param reasons sentences, the weightiest first
 */
public record Verdict(Level level, String headline, List<String> reasons) {

  /** How much there is to ship. */
  public enum Level {
    /** Too good: first find out why. */
    SUSPICIOUS("too good"),
    /** Hardly better than chance. */
    NOTHING("next to nothing"),
    /** Better than chance, and not by much. */
    MODEST("modest"),
    /** Clearly better than chance. */
    USEFUL("useful");

    private final String title;

    Level(String title) {
      this.title = title;
    }

    /** Returns it in a word or three. */
    public String title() {
      return title;
    }
  }

  public Verdict {
    requireNonNull(level, "level");
    requireNonNull(headline, "headline");
    reasons = List.copyOf(reasons);
  }

  /** Returns the interval of {@code estimate} in words. */
  static String interval(Estimate estimate) {
    return Numbers.interval(estimate).orElse("too few groups for an interval");
  }
}
