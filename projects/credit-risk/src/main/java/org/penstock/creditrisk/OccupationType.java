package org.penstock.creditrisk;

/** What a client works as. */
public enum OccupationType {
  LABORERS("Laborers"),
  CORE_STAFF("Core staff"),
  SALES_STAFF("Sales staff"),
  MANAGERS("Managers"),
  DRIVERS("Drivers"),
  HIGH_SKILL_TECH_STAFF("High skill tech staff"),
  ACCOUNTANTS("Accountants"),
  MEDICINE_STAFF("Medicine staff"),
  COOKING_STAFF("Cooking staff"),
  SECURITY_STAFF("Security staff"),
  CLEANING_STAFF("Cleaning staff"),
  PRIVATE_SERVICE_STAFF("Private service staff"),
  LOW_SKILL_LABORERS("Low-skill Laborers"),
  SECRETARIES("Secretaries"),
  WAITERS_BARMEN_STAFF("Waiters/barmen staff"),
  HR_STAFF("HR staff"),
  IT_STAFF("IT staff"),
  REALTY_AGENTS("Realty agents");

  private final String text;

  OccupationType(String text) {
    this.text = text;
  }

  /** Returns the text in the file. */
  @Override
  public String toString() {
    return text;
  }
}
