package org.penstock.workflow;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One start of a program, all tags replaced and all paths of its container mapped.
 *
 * @param node name of the task
 * @param template name of the template
 * @param attempt 1 for the first start
 * @param command the words before the arguments, e.g. {@code [java, -cp, …, org.example.TrainMain]}
 * @param arguments with {@code /tmp/outputs} replaced by {@code outputs}
 * @param environment variables of the template, beside those of this process
 * @param outputs the directory, existing and empty, for one file each output parameter
 * @param progress the file that a program may write its {@code N/M} to
 */
public record Invocation(
    String node,
    String template,
    int attempt,
    List<String> command,
    List<String> arguments,
    Map<String, String> environment,
    Path outputs,
    Path progress) {

  public Invocation {
    requireNonNull(node, "node");
    requireNonNull(template, "template");
    requireNonNull(outputs, "outputs");
    requireNonNull(progress, "progress");
    command = List.copyOf(command);
    arguments = List.copyOf(arguments);
    environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
  }

  /** Returns the last word of the command: the main class. */
  public String mainClass() {
    return command.getLast();
  }
}
