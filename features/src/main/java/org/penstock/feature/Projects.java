package org.penstock.feature;

import java.util.List;

/** The projects on the class path. */
public final class Projects {

  private Projects() {}

  /** Returns all projects, by name. */
  public static List<Project> all() {
    throw new UnsupportedOperationException();
  }

  /**
   * Returns the project called {@code name}.
   *
   * @throws IllegalArgumentException if there is none; the message names the nearest
   */
  public static Project named(String name) {
    throw new UnsupportedOperationException();
  }
}
