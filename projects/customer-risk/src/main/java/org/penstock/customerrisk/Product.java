package org.penstock.customerrisk;

/** What a customer plays. */
public enum Product {
  BET("bet"),
  GAMING("gaming");

  private final String text;

  Product(String text) {
    this.text = text;
  }

  /** Returns the text in the file. */
  @Override
  public String toString() {
    return text;
  }
}
