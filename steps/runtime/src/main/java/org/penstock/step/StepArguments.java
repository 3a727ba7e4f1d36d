package org.penstock.step;

import java.util.List;
import org.penstock.config.Flags;
import org.penstock.config.InvalidConfigException;

/**
 * The arguments of a step: what every step takes, and what only this one does.
 *
 * @param flags shared by all steps
 * @param own the step's own
 */
record StepArguments<C extends Record>(StepFlags flags, C own) {

  /**
   * Reads the arguments of {@code step}.
   *
   * @throws InvalidConfigException with every unknown, missing or unreadable flag
   */
  static <C extends Record> StepArguments<C> parse(Step<C> step, List<String> arguments) {
    Flags.Parsed parsed = flags(step).parse(arguments);
    return new StepArguments<>(parsed.record(StepFlags.class), parsed.record(step.configType()));
  }

  /** Returns what {@code --help} prints. */
  static String help(Step<?> step) {
    return "Usage: %s [--name=value ...]%n%n%s".formatted(step.name(), flags(step).help());
  }

  private static Flags flags(Step<?> step) {
    return Flags.of(List.of(step.configType(), StepFlags.class));
  }
}
