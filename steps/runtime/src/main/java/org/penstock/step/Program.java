package org.penstock.step;

/**
 * What a container runs.
 *
 * @param <C> its own flags
 */
public sealed interface Program<C extends Record> permits Step, ExitHandler {

  /** Returns the name, e.g. {@code train}. */
  String name();

  /** Returns the record type of the flags. */
  Class<C> configType();
}
