package org.penstock.smartthermostat;

import org.penstock.row.Unseen;

/** For how long the last electricity contract was signed. */
public enum ContractTerm {
  ONE_YEAR("1 YEAR"),
  /** Seen once in 20,000 customers. */
  TWO_YEARS("2 YEARS"),
  THREE_YEARS("3 YEARS"),
  FOUR_YEARS("4 YEARS"),
  FIVE_YEARS("5 YEARS"),
  INDEFINITE("INDEFINITE"),
  /** A term that is offered one day and was not yet when the data was taken. */
  @Unseen
  OTHER("OTHER");

  private final String text;

  ContractTerm(String text) {
    this.text = text;
  }

  /** Returns the text in the file. */
  @Override
  public String toString() {
    return text;
  }
}
