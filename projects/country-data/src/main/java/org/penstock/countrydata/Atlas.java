package org.penstock.countrydata;

import java.util.Arrays;
import java.util.Optional;

/**
 * The countries of the sample, with all that is odd in the real data: Namibia, a real country that
 * the vendor lacks, territories and codes that the vendor lacks, and two that the list lacks.
 */
enum Atlas {
  AD("Andorra", "EU"),
  AE("United Arab Emirates", "AS"),
  AQ("Antarctica", "AN"),
  AR("Argentina", "SA"),
  AU("Australia", "OC"),
  BE("Belgium", "EU"),
  BR("Brazil", "SA"),
  CA("Canada", "NA"),
  CH("Switzerland", "EU"),
  CI("Côte d'Ivoire"),
  CL("Chile", "SA"),
  CN("China", "AS"),
  DE("Germany", "EU"),
  EG("Egypt", "AF"),
  FJ("Fiji", "OC"),
  FR("France", "EU"),
  GL("Greenland", "NA"),
  GS("South Georgia and the South Sandwich Islands"),
  HM,
  IN("India", "AS"),
  JP("Japan", "AS"),
  KE("Kenya", "AF"),
  MX("Mexico", "NA"),
  NA("Namibia", "AF"),
  NL("Netherlands", "EU"),
  NZ("New Zealand", "OC"),
  PE("Peru", "SA"),
  TH("Thailand", "AS"),
  TR("Türkiye", "AS"),
  US("United States", "NA"),
  XK("Kosovo", "EU"),
  XP,
  ZA("South Africa", "AF"),
  ZZ("Unknown or unassigned country");

  private final Optional<String> listed;
  private final Optional<String> continent;

  Atlas() {
    this(Optional.empty(), Optional.empty());
  }

  Atlas(String listed) {
    this(Optional.of(listed), Optional.empty());
  }

  Atlas(String listed, String continent) {
    this(Optional.of(listed), Optional.of(continent));
  }

  Atlas(Optional<String> listed, Optional<String> continent) {
    this.listed = listed;
    this.continent = continent;
  }

  /** Returns what the list calls it, if it is in the list. */
  Optional<String> listed() {
    return listed;
  }

  /** Returns where the vendor says that it lies, if the vendor knows it. */
  Optional<String> continent() {
    return continent;
  }

  /** Returns the country of {@code code}, if the sample has it. */
  static Optional<Atlas> of(String code) {
    return Arrays.stream(values()).filter(country -> country.name().equals(code)).findFirst();
  }
}
