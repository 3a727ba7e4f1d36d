package org.penstock.config;

/**
 * One thing that is wrong.
 *
 * @param path from the record that was made, as YAML spells it; empty for the record itself
 * @param reason what was expected and what is there
 */
public record Violation(String path, String reason) {

  @Override
  public String toString() {
    return path.isEmpty() ? reason : path + ": " + reason;
  }
}
