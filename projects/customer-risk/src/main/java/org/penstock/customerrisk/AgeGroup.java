package org.penstock.customerrisk;

/**
 * How old a customer is, in years; the file does not say on which side 30 and 50 themselves lie.
 */
public enum AgeGroup {
  UNDER_30("<30"),
  FROM_30_TO_50("30-50"),
  OVER_50("50+");

  private final String text;

  AgeGroup(String text) {
    this.text = text;
  }

  /** Returns the text in the file. */
  @Override
  public String toString() {
    return text;
  }
}
