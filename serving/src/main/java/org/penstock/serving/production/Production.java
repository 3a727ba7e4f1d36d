package org.penstock.serving.production;

import static java.util.Objects.requireNonNull;

/**
 * The model that answers now. A request takes it once and answers from that one, so a change never
 * mixes two models in one answer.
 */
public final class Production {

  private volatile ServedModel current;

  /**
   * @param first verified already
   */
  public Production(ServedModel first) {
    this.current = requireNonNull(first, "first");
  }

  /** Returns the model to answer a request from. */
  public ServedModel current() {
    return current;
  }

  /** Lets {@code next} answer every request that begins from now on. */
  void replace(ServedModel next) {
    current = requireNonNull(next, "next");
  }
}
