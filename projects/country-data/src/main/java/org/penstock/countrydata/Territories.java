package org.penstock.countrydata;

import java.util.Set;

/**
 * Codes of ISO 3166-1 that stand for no country of their own, but for a territory of one.
 *
 * <p>Those whose status is disputed are not among them: what is missing of them is told as loudly
 * as of a country.
 *
 * @see <a href="https://www.iso.org/obp/ui/#search/code/">ISO 3166-1, column "Independent"</a>
 */
final class Territories {

  private static final Set<String> CODES =
      Set.of(
          "AI", "AQ", "AS", "AW", "AX", "BL", "BM", "BQ", "BV", "CC", "CW", "CX", "FK", "FO", "GF",
          "GG", "GI", "GL", "GP", "GS", "GU", "HK", "HM", "IM", "IO", "JE", "KY", "MF", "MO", "MP",
          "MQ", "MS", "NC", "NF", "PF", "PM", "PN", "PR", "RE", "SH", "SJ", "SX", "TC", "TF", "TK",
          "UM", "VG", "VI", "WF", "YT");

  private Territories() {}

  /** Returns whether {@code code} is one of them. */
  static boolean contains(String code) {
    return CODES.contains(code);
  }
}
