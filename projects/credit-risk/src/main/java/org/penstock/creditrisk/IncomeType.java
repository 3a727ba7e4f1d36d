package org.penstock.creditrisk;

/** Where the income of a client comes from. */
public enum IncomeType {
  WORKING("Working"),
  COMMERCIAL_ASSOCIATE("Commercial associate"),
  PENSIONER("Pensioner"),
  STATE_SERVANT("State servant"),
  STUDENT("Student");

  private final String text;

  IncomeType(String text) {
    this.text = text;
  }

  /** Returns the text in the file. */
  @Override
  public String toString() {
    return text;
  }
}
