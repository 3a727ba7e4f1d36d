package org.penstock.step;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.penstock.config.Flags;
import org.penstock.config.InvalidConfigException;

/**
 * The arguments of a step, taken apart: what every step takes, and what only this one does.
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
  static <C extends Record> StepArguments<C> parse(Step<C> step, List<String> args) {
    Set<String> shared = names(StepFlags.class);
    List<String> sharedArgs = new ArrayList<>();
    List<String> ownArgs = new ArrayList<>();
    List<String> current = ownArgs;
    for (String arg : args) {
      if (arg.startsWith("--")) {
        String name = arg.substring(2).replaceFirst("=.*", "");
        current = shared.contains(name) ? sharedArgs : ownArgs;
      }
      current.add(arg);
    }

    List<String> problems = new ArrayList<>();
    StepFlags flags = read(StepFlags.class, sharedArgs, problems);
    C own = read(step.configType(), ownArgs, problems);
    if (!problems.isEmpty()) {
      throw new InvalidConfigException(problems);
    }
    return new StepArguments<>(flags, own);
  }

  /** Returns what {@code --help} prints. */
  static String help(Step<?> step) {
    return "Usage: %s [--name=value ...]%n%n%s%nOf every step:%n%s"
        .formatted(step.name(), Flags.help(step.configType()), Flags.help(StepFlags.class));
  }

  private static <T extends Record> T read(
      Class<T> type, List<String> args, List<String> problems) {
    try {
      return Flags.parse(type, args);
    } catch (InvalidConfigException e) {
      problems.addAll(e.problems());
      return null;
    }
  }

  private static Set<String> names(Class<? extends Record> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(RecordComponent::getName)
        .map(Flags::name)
        .collect(Collectors.toSet());
  }
}
