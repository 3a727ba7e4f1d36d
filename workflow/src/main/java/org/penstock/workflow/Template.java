package org.penstock.workflow;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One named template of a workflow. */
public sealed interface Template {

  /** Returns the name, unique in the workflow. */
  String name();

  /** Returns what it needs. */
  List<Parameter> inputs();

  /** Returns what it yields. */
  List<Output> outputs();

  /** Tasks that wait for one another. {@code tasks} in the order of the file, at least one. */
  record Dag(String name, List<Task> tasks) implements Template {

    public Dag {
      requireNonNull(name, "name");
      tasks = List.copyOf(tasks);
    }

    @Override
    public List<Parameter> inputs() {
      return List.of();
    }

    @Override
    public List<Output> outputs() {
      return List.of();
    }
  }

  /**
   * A program.
   *
   * @param command the words before the arguments; a {@code java} command ends in its main class
   * @param args may hold tags like {@code {{inputs.parameters.rows}}}, as may {@code env}
   * @param retry when it is started again; empty: never
   */
  record Container(
      String name,
      List<Parameter> inputs,
      List<Output> outputs,
      String image,
      List<String> command,
      List<String> args,
      Map<String, String> env,
      Optional<Retry> retry)
      implements Template {

    public Container {
      requireNonNull(name, "name");
      requireNonNull(image, "image");
      requireNonNull(retry, "retry");
      inputs = List.copyOf(inputs);
      outputs = List.copyOf(outputs);
      command = List.copyOf(command);
      args = List.copyOf(args);
      env = Collections.unmodifiableMap(new LinkedHashMap<>(env));
    }
  }

  /**
   * A wait for a person.
   *
   * @param duration after which the outputs take their defaults; empty: never
   */
  record Suspend(
      String name, List<Parameter> inputs, List<Output> outputs, Optional<Duration> duration)
      implements Template {

    public Suspend {
      requireNonNull(name, "name");
      requireNonNull(duration, "duration");
      inputs = List.copyOf(inputs);
      outputs = List.copyOf(outputs);
    }
  }
}
