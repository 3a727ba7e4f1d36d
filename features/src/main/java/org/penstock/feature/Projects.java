package org.penstock.feature;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** The projects on the class path. */
public final class Projects {

  private Projects() {}

  /** Returns all projects, by name. */
  public static List<Project> all() {
    return ServiceLoader.load(Project.class).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparing(Project::name))
        .toList();
  }

  /**
   * Returns the project called {@code name}.
   *
   * @throws IllegalArgumentException if there is none; the message names those there are
   */
  public static Project named(String name) {
    return named(name, all());
  }

  /**
   * Returns the project called {@code name}, which must be of a {@code kind}.
   *
   * @throws IllegalArgumentException if there is none, or it is of another kind
   */
  public static <P extends Project> P named(String name, Class<P> kind) {
    Project project = named(name);
    if (!kind.isInstance(project)) {
      throw new IllegalArgumentException(
          "Project '%s' is no %s".formatted(name, kind.getSimpleName()));
    }
    return kind.cast(project);
  }

  static Project named(String name, List<Project> projects) {
    for (Project project : projects) {
      if (project.name().equals(name)) {
        return project;
      }
    }
    throw new IllegalArgumentException(
        "No project '%s' on the class path; there are %s"
            .formatted(name, projects.stream().map(Project::name).toList()));
  }
}
