package org.penstock.cli;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import org.penstock.step.Program;

/**
 * The class that a container's command names, found on this machine.
 *
 * @param main has a static method {@code step()}
 */
record StepClass(Class<?> main) {

  /**
   * Finds the class called {@code name}.
   *
   * @throws IOException if it is not here
   */
  static StepClass named(String name) throws IOException {
    try {
      return new StepClass(Class.forName(name));
    } catch (ClassNotFoundException e) {
      throw new IOException(
          "The command names %s, which is not on this machine".formatted(name), e);
    }
  }

  /** Returns what the class runs. */
  Program<?> step() throws IOException {
    try {
      return (Program<?>) main.getMethod("step").invoke(null);
    } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
      throw new IOException("%s is not the main class of a step".formatted(main.getName()), e);
    }
  }

  /** Returns the jar, or the directory of classes, that {@code type} was loaded from. */
  static Path location(Class<?> type) {
    return Path.of(
        java.net.URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()));
  }
}
