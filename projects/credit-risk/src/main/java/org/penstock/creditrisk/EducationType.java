package org.penstock.creditrisk;

/** The highest education of a client. */
public enum EducationType {
  LOWER_SECONDARY("Lower secondary"),
  SECONDARY_SECONDARY_SPECIAL("Secondary / secondary special"),
  INCOMPLETE_HIGHER("Incomplete higher"),
  HIGHER_EDUCATION("Higher education"),
  ACADEMIC_DEGREE("Academic degree");

  private final String text;

  EducationType(String text) {
    this.text = text;
  }

  /** Returns the text in the file. */
  @Override
  public String toString() {
    return text;
  }
}
