package org.penstock.step;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.penstock.config.Flags;
import org.penstock.config.InvalidConfigException;

/**
 * The arguments of a step: what every step takes, and what only this one does.
 *
 * @param flags shared by all steps
 * @param own the step's own
 * @param outputs where its outputs go
 */
record StepArguments<C extends Record>(StepFlags flags, C own, OutputFiles outputs) {

  /**
   * Reads the arguments of {@code step}.
   *
   * @throws InvalidConfigException with every unknown, missing or unreadable flag
   */
  static <C extends Record> StepArguments<C> parse(Step<C> step, List<String> arguments) {
    List<String> problems = new ArrayList<>();
    List<String> rest = new ArrayList<>();
    SortedMap<String, Path> files =
        OutputFiles.parse(arguments, StepMain.outputs(step), rest, problems);
    Flags.Parsed parsed = parse(StepMain.flags(step), rest, problems);
    StepFlags flags = parsed.record(StepFlags.class);
    Optional<Path> directory =
        flags
            .outputs()
            .or(() -> files.isEmpty() ? Optional.of(OutputFiles.STANDARD) : Optional.empty());
    return new StepArguments<>(
        flags, parsed.record(step.configType()), new OutputFiles(directory, files));
  }

  private static Flags.Parsed parse(Flags flags, List<String> arguments, List<String> problems) {
    Flags.Parsed parsed;
    try {
      parsed = flags.parse(arguments);
    } catch (InvalidConfigException e) {
      problems.addAll(e.problems());
      throw new InvalidConfigException(problems);
    }
    if (!problems.isEmpty()) {
      throw new InvalidConfigException(problems);
    }
    return parsed;
  }

  /** Returns what {@code --help} prints. */
  static String help(Program<?> program) {
    String usage =
        "Usage: %s [--name=value ...]%n%n%s"
            .formatted(program.name(), StepMain.flags(program).help());
    return switch (program) {
      case ExitHandler<?> _ -> usage;
      case Step<?> step -> usage + System.lineSeparator() + outputs(step);
    };
  }

  private static String outputs(Step<?> step) {
    return """
    Outputs: %s
    Each goes into a file of its name in the directory --outputs, %s if nobody says;
    or --output.NAME=PATH names a file for one of them, and may be given for each.
    """
        .formatted(String.join(" ", StepMain.outputs(step)), OutputFiles.STANDARD);
  }
}
