package org.penstock.kubeflow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.penstock.workflow.Expression;
import org.penstock.workflow.Retry;
import org.penstock.workflow.Tag;
import org.penstock.workflow.Task;
import org.penstock.workflow.Template;

/** Makes a pipeline of the tasks before, or behind, the gate of a workflow. */
final class HalfCompiler {

  private static final String BODY = "exit-handler-1";

  private final ArgoFile file;
  private final List<Task> tasks;
  private final Optional<Task> gate;
  private final ComponentReader reader;
  private final Map<String, ComponentReader.Read> components = new LinkedHashMap<>();
  private final List<Group> groups = new ArrayList<>();

  private final GroupInputs inputs;

  /**
   * @param tasks those of this half
   * @param gate the one they are behind; empty: none
   */
  HalfCompiler(ArgoFile file, List<Task> tasks, Optional<Task> gate, ComponentReader reader) {
    this.file = file;
    this.tasks = tasks;
    this.gate = gate;
    this.reader = reader;
    this.inputs = new GroupInputs(file, tasks, BODY);
  }

  /** Returns the outputs of tasks outside of this half that it needs; known once it is compiled. */
  List<Tag.TaskOutput> neededOutputs() {
    return inputs.neededOutputs();
  }

  /**
   * Compiles this half.
   *
   * @param half what it is called, e.g. {@code promote}
   * @param outputs of its tasks, to be outputs of the pipeline
   */
  Pipeline compile(String half, List<Tag.TaskOutput> outputs) {
    List<Node> body = tasks.stream().map(this::node).toList();
    Group root = root(body, outputs.stream().map(this::yielded).toList());
    String title = half.replace('-', ' ');
    return new Pipeline(
        file.workflow().name() + "-" + half,
        "%s: %s".formatted(file.title(), title),
        "%s; this pipeline: %s".formatted(file.description(), title),
        root,
        groups,
        components.values().stream().map(ComponentReader.Read::component).toList());
  }

  private Group root(List<Node> body, List<Group.Yield> outputs) {
    Optional<String> handler = file.workflow().onExit();
    if (handler.isEmpty()) {
      return new Group("root", inputs.ports(), body, outputs);
    }

    Group inner = new Group(BODY, inputs.ports(), body, outputs);
    groups.addFirst(inner);
    Map<String, Source> passed = new LinkedHashMap<>();
    inner.inputs().forEach(port -> passed.put(port.name(), new Source.GroupInput(port.name())));
    Node whole =
        new Node(BODY, BODY, List.of(), passed, Optional.empty(), new Node.Trigger.Success());
    return new Group(
            "root",
            // Last: the handler may need more inputs.
            List.of(),
            List.of(whole, exit(handler.get())),
            outputs.stream()
                .map(yielded ->
                    new Group.Yield(
                        yielded.port(), new Source.TaskOutput(BODY, yielded.port().name())))
                .toList())
        .withInputs(inputs.ports());
  }

  private Node exit(String handler) {
    Template.Container template = (Template.Container) file.workflow().templates().get(handler);
    ArgoNode place = file.template(handler);
    return new Node(
        handler,
        handler,
        List.of(BODY),
        sources(template, Map.of(), place),
        retry(template, place),
        new Node.Trigger.AnyEnd());
  }

  private Group.Yield yielded(Tag.TaskOutput tag) {
    return new Group.Yield(
        file.port(tag).withoutValue(), new Source.TaskOutput(tag.task(), Port.snake(tag.name())));
  }

  private Node node(Task task) {
    ArgoNode place = file.place(task);
    Template.Container template =
        (Template.Container) file.workflow().templates().get(task.template());
    Map<String, Source> taken = sources(template, task.arguments(), place.child("arguments"));
    Node node =
        new Node(
            task.name(),
            template.name(),
            awaited(task),
            taken,
            retry(template, file.template(template.name())),
            new Node.Trigger.Success());
    return condition(task).map(condition -> conditional(node, condition, place)).orElse(node);
  }

  /** Returns the tasks of this half that {@code task} waits for. */
  private List<String> awaited(Task task) {
    List<String> own = tasks.stream().map(Task::name).toList();
    return Halves.awaited(task).stream().filter(own::contains).distinct().toList();
  }

  /** Returns on what {@code task} runs; behind the gate also on what the gate opens. */
  private Optional<Expression> condition(Task task) {
    Optional<Expression> opened =
        gate.filter(it -> Halves.words(task).contains(it.name() + ".Succeeded"))
            .flatMap(Task::when);
    return opened.isPresent() && task.when().isPresent()
        ? Optional.of(new Expression.Both(opened.get(), task.when().get()))
        : opened.or(task::when);
  }

  /** Puts {@code node} into a group of its own, as the compiler of Kubeflow does. */
  private Node conditional(Node node, Expression condition, ArgoNode place) {
    String name =
        "condition-%d".formatted(groups.size() + (file.workflow().onExit().isPresent() ? 2 : 1));
    Map<String, Source> passed = new LinkedHashMap<>();
    Map<String, Port> ports = new LinkedHashMap<>();
    String expression = "";
    try {
      expression =
          new Condition(tag -> pass(inputs.source(tag.text(), place.child("when")), passed))
              .cel(condition);
    } catch (IllegalArgumentException e) {
      place.child("when").refuse(e.getMessage());
    }
    Map<String, Source> inner = new LinkedHashMap<>();
    node.inputs()
        .forEach((input, source) ->
            inner.put(
                input,
                source instanceof Source.Constant
                    ? source
                    : new Source.GroupInput(pass(source, passed))));
    passed.forEach(
        (input, source) -> ports.put(input, Port.text(input, Optional.empty(), describe(source))));
    groups.add(
        new Group(
            name,
            List.copyOf(ports.values()),
            List.of(
                new Node(
                    node.name(),
                    node.component(),
                    List.of(),
                    inner,
                    node.retry(),
                    new Node.Trigger.Success())),
            List.of()));
    return new Node(
        name, name, node.after(), passed, Optional.empty(), new Node.Trigger.Condition(expression));
  }

  /** Passes {@code source} on to a group within this one, and returns the name it has there. */
  private static String pass(Source source, Map<String, Source> passed) {
    String name =
        switch (source) {
          case Source.GroupInput(String input) -> input;
          // The spelling by which the local runner of Kubeflow finds the output.
          case Source.TaskOutput(String task, String output) ->
              "pipelinechannel--%s--%s".formatted(task, output);
          case Source.Constant(String text) ->
              throw new IllegalArgumentException(
                  "a condition of Kubeflow compares parameters, not '%s'".formatted(text));
          case Source.FinalStatus _ ->
              throw new IllegalArgumentException("a condition cannot know how the run ends");
        };
    passed.put(name, source);
    return name;
  }

  private String describe(Source source) {
    return switch (source) {
      case Source.GroupInput(String name) -> inputs.port(name).description();
      case Source.TaskOutput(String task, String output) ->
          components.get(file.task(task).template()).component().outputs().stream()
              .filter(port -> port.name().equals(output))
              .findFirst()
              .orElseThrow()
              .description();
      case Source.Constant _, Source.FinalStatus _ -> "";
    };
  }

  private Map<String, Source> sources(
      Template.Container template, Map<String, String> arguments, ArgoNode place) {
    Map<String, String> defaults = new LinkedHashMap<>();
    template
        .inputs()
        .forEach(input -> input.value().ifPresent(text -> defaults.put(input.name(), text)));
    Map<String, Source> sources = new LinkedHashMap<>();
    components
        .computeIfAbsent(template.name(), _ -> reader.read(template))
        .inputs()
        .forEach((name, tag) ->
            sources.put(
                name,
                inputs.source(
                    tag instanceof Tag.Input(String input)
                        ? arguments.getOrDefault(input, defaults.get(input))
                        : tag.text(),
                    place)));
    return sources;
  }

  private static Optional<Retry> retry(Template.Container template, ArgoNode place) {
    template
        .retry()
        .filter(retry -> retry.limit() == Integer.MAX_VALUE)
        .ifPresent(_ -> place.child("retryStrategy").refuse("expected a limit: Kubeflow counts"));
    template
        .retry()
        .filter(retry -> retry.policy() == Retry.Policy.ON_ERROR)
        .ifPresent(_ ->
            place
                .child("retryStrategy")
                .child("retryPolicy")
                .refuse("Kubeflow tries every failure again; expected Always or OnFailure"));
    return template.retry();
  }
}
