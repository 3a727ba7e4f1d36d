package org.penstock.creditrisk;

/** The family status of a client. */
public enum FamilyStatus {
  MARRIED("Married"),
  SINGLE_NOT_MARRIED("Single / not married"),
  CIVIL_MARRIAGE("Civil marriage"),
  SEPARATED("Separated"),
  WIDOW("Widow");

  private final String text;

  FamilyStatus(String text) {
    this.text = text;
  }

  /** Returns whether two adults live together. */
  boolean isCouple() {
    return this == MARRIED || this == CIVIL_MARRIAGE;
  }

  /** Returns the text in the file. */
  @Override
  public String toString() {
    return text;
  }
}
