package org.penstock.smartthermostat;

/** The province of the Netherlands where a customer lives; there are no others. */
public enum Province {
  DRENTHE("DRENTHE"),
  FLEVOLAND("FLEVOLAND"),
  FRIESLAND("FRIESLAND"),
  GELDERLAND("GELDERLAND"),
  GRONINGEN("GRONINGEN"),
  LIMBURG("LIMBURG"),
  NOORD_BRABANT("NOORD-BRABANT"),
  NOORD_HOLLAND("NOORD-HOLLAND"),
  OVERIJSSEL("OVERIJSSEL"),
  UTRECHT("UTRECHT"),
  ZEELAND("ZEELAND"),
  ZUID_HOLLAND("ZUID-HOLLAND");

  private final String text;

  Province(String text) {
    this.text = text;
  }

  /** Returns the text in the file. */
  @Override
  public String toString() {
    return text;
  }
}
