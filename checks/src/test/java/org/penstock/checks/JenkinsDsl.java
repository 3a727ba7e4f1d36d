package org.penstock.checks;

import com.lesfurets.jenkins.unit.MethodSignature;
import com.lesfurets.jenkins.unit.PipelineTestHelper;
import groovy.lang.Binding;
import groovy.lang.Closure;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reads a declarative Jenkinsfile into its stages. JenkinsPipelineUnit runs the Groovy; what the
 * sections mean is told here, as far as ours uses them: anything else fails as an unknown method.
 */
final class JenkinsDsl {

  final PipelineTestHelper helper = new PipelineTestHelper();

  private final Deque<JenkinsStage> open = new ArrayDeque<>();

  JenkinsDsl() {
    helper.setScriptExtension("");
    helper.setBaseClassloader(JenkinsDsl.class.getClassLoader());
    on("pipeline", this::call, Closure.class);
    on("stages", this::call, Closure.class);
    on("stage", this::stage, String.class, Closure.class);
    on("agent", args -> null, String.class);
    on("agent", args -> open().agent = true, Closure.class);
    on("environment", section(body -> open().environment = Optional.of(body)), Closure.class);
    on("steps", section(body -> open().steps = Optional.of(body)), Closure.class);
    for (String section : List.of("options", "when", "post")) {
      on(section, this::call, Closure.class);
    }

    for (String condition : List.of("always", "success", "failure", "aborted")) {
      on(condition, section(body -> open().post.put(condition, body)), Closure.class);
    }

    on("disableConcurrentBuilds", args -> open().options.add("disableConcurrentBuilds"));
    on("buildDiscarder", args -> open().options.add("buildDiscarder"), Map.class);
    on("logRotator", args -> args[0], Map.class);
    on("timeout", args -> open().options.add("timeout"), Map.class);
    on("beforeInput", args -> open().beforeInput = (Boolean) args[0], Boolean.class);
    on("environment", this::whenEnvironment, Map.class);
    input();
  }

  /** Returns what stands in {@code file}, a pipeline without a name. */
  JenkinsStage read(Path file, Binding binding) {
    helper.setScriptRoots(file.getParent().toString());
    helper.init();
    binding.setVariable("none", "none");
    var pipeline = new JenkinsStage("");
    open.push(pipeline);
    helper.runScript(file.getFileName().toString(), binding);
    return pipeline;
  }

  /** Registers what happens where the Jenkinsfile calls {@code name} with arguments like these. */
  void on(String name, Function<Object[], Object> does, Class<?>... arguments) {
    helper.registerAllowedMethod(new MethodSignature(name, arguments), new Does(does));
  }

  private void input() {
    on(
        "input",
        args -> {
          open().input = Optional.of(new JenkinsStage.Input());
          return call(args);
        },
        Closure.class);
    for (String text : List.of("message", "ok", "submitter", "submitterParameter")) {
      on(text, args -> asked().texts.put(text, args[0].toString()), String.class);
    }

    on("parameters", this::call, Closure.class);
    on("string", args -> parameter(args, List.of()), Map.class);
    on(
        "choice",
        args -> parameter(args, (Collection<?>) ((Map<?, ?>) args[0]).get("choices")),
        Map.class);
  }

  private Object parameter(Object[] args, Collection<?> choices) {
    String name = ((Map<?, ?>) args[0]).get("name").toString();
    return asked().parameters.put(name, choices.stream().map(Object::toString).toList());
  }

  private Object whenEnvironment(Object[] args) {
    Map<?, ?> wanted = (Map<?, ?>) args[0];
    return open().when.put(wanted.get("name").toString(), wanted.get("value").toString());
  }

  private Object stage(Object[] args) {
    var stage = new JenkinsStage(args[0].toString());
    open().stages.add(stage);
    open.push(stage);
    helper.callClosure((Closure<?>) args[1]);
    return open.pop();
  }

  private Object call(Object[] args) {
    return helper.callClosure((Closure<?>) args[0]);
  }

  private static Function<Object[], Object> section(Consumer<Closure<?>> keep) {
    return args -> {
      keep.accept((Closure<?>) args[0]);
      return null;
    };
  }

  private JenkinsStage open() {
    return open.element();
  }

  private JenkinsStage.Input asked() {
    return open().input.orElseThrow();
  }

  /** A Java function where Groovy wants a closure. */
  private static final class Does extends Closure<Object> {

    private static final long serialVersionUID = 1L;

    private final transient Function<Object[], Object> does;

    Does(Function<Object[], Object> does) {
      super(null);
      this.does = does;
      parameterTypes = new Class<?>[] {Object[].class};
      maximumNumberOfParameters = 1;
    }

    @Override
    public Object call(Object... args) {
      return does.apply(Arrays.copyOf(args, args.length));
    }
  }
}
