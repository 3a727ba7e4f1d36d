package org.penstock.creditrisk;

/** How a client lives. */
public enum HousingType {
  HOUSE_APARTMENT("House / apartment"),
  WITH_PARENTS("With parents"),
  MUNICIPAL_APARTMENT("Municipal apartment"),
  RENTED_APARTMENT("Rented apartment"),
  OFFICE_APARTMENT("Office apartment"),
  CO_OP_APARTMENT("Co-op apartment");

  private final String text;

  HousingType(String text) {
    this.text = text;
  }

  /** Returns the text in the file. */
  @Override
  public String toString() {
    return text;
  }
}
