package org.penstock.kubeflow;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
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
  private final Map<String, String> descriptions = new LinkedHashMap<>();

  private final GroupInputs inputs;

  /** Number of the latest conditional group; those before are the root and the exit handler's. */
  private int conditions;

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
    this.conditions = file.workflow().onExit().isPresent() ? 1 : 0;
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
    Set<Task> followers = tasks.stream().flatMap(it -> followers(it).stream()).collect(toSet());
    List<Node> body =
        tasks.stream()
            .filter(task -> !followers.contains(task))
            .map(task -> node(task, UnaryOperator.identity()))
            .toList();
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

  /**
   * Returns the node of {@code task}.
   *
   * @param scope of the group that it stands in
   */
  private Node node(Task task, UnaryOperator<Source> scope) {
    ArgoNode place = file.place(task);
    Template.Container template =
        (Template.Container) file.workflow().templates().get(task.template());
    Map<String, Source> taken = sources(template, task.arguments(), place.child("arguments"));
    Optional<Retry> retry = retry(template, file.template(template.name()));
    Optional<Expression> condition = condition(task);
    if (condition.isPresent()) {
      Node node = bare(task, List.of(), taken, retry);
      return conditional(task, node, condition.get(), scope);
    }
    return bare(task, awaited(task), within(scope, taken), retry);
  }

  private static Node bare(
      Task task, List<String> after, Map<String, Source> inputs, Optional<Retry> retry) {
    return new Node(task.name(), task.template(), after, inputs, retry, new Node.Trigger.Success());
  }

  private static Map<String, Source> within(
      UnaryOperator<Source> scope, Map<String, Source> inputs) {
    Map<String, Source> sources = new LinkedHashMap<>();
    inputs.forEach((input, source) -> sources.put(input, scope.apply(source)));
    return sources;
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

  /**
   * Puts {@code node}, and what waits for it, into a group of its own, as the compiler of Kubeflow
   * does: outside of it, tasks would not be held back when the condition fails.
   */
  private Node conditional(
      Task task, Node node, Expression condition, UnaryOperator<Source> outer) {
    String name = "condition-%d".formatted(++conditions);
    ArgoNode when = file.place(task).child("when");
    List<Task> followers = followers(task);
    Scope scope = new Scope(atHand(task, followers), outer);
    String expression = "";
    try {
      expression = new Condition(tag -> scope.pass(inputs.source(tag.text(), when))).cel(condition);
    } catch (IllegalArgumentException e) {
      when.refuse(e.getMessage());
    }
    List<Node> nodes = new ArrayList<>();
    nodes.add(
        new Node(
            node.name(),
            node.component(),
            List.of(),
            within(scope, node.inputs()),
            node.retry(),
            node.trigger()));
    followers.forEach(follower -> nodes.add(node(follower, scope)));
    scope.passed().forEach((input, source) -> descriptions.putIfAbsent(input, describe(source)));
    groups.add(new Group(name, ports(scope), nodes, List.of()));
    return new Node(
        name,
        name,
        awaited(task),
        scope.passed(),
        Optional.empty(),
        new Node.Trigger.Condition(expression));
  }

  private List<Port> ports(Scope scope) {
    return scope.passed().keySet().stream()
        .map(input -> Port.text(input, Optional.empty(), descriptions.get(input)))
        .toList();
  }

  /** Returns the tasks that wait for {@code task}, if that one may be skipped. */
  private List<Task> followers(Task task) {
    return condition(task).isEmpty()
        ? List.of()
        : tasks.stream().filter(it -> awaited(it).contains(task.name())).toList();
  }

  /** Those with a condition are in a group of their own. */
  private Set<String> atHand(Task task, List<Task> followers) {
    Set<String> names = new HashSet<>(Set.of(task.name()));
    followers.stream().filter(it -> condition(it).isEmpty()).map(Task::name).forEach(names::add);
    return names;
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
