package org.penstock.gather;

import static java.util.Objects.requireNonNull;

/**
 * A key of which the vendor knows nothing.
 *
 * @param key what was asked
 * @param name what people call it
 * @param kind what sort of thing is missing, one word
 * @param expected whether the vendor need not know it
 */
public record Missing(String key, String name, String kind, boolean expected) {

  public Missing {
    requireNonNull(key, "key");
    requireNonNull(name, "name");
    requireNonNull(kind, "kind");
  }
}
