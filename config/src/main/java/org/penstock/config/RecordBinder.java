package org.penstock.config;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.penstock.config.ConfigNode.Entry;
import org.penstock.config.ConfigNode.Kind;
import org.penstock.config.ConfigNode.Mapping;
import org.penstock.config.ConfigNode.Scalar;
import org.penstock.config.ConfigNode.Sequence;
import org.penstock.row.NearestName;

/**
 * Makes records of a tree and tells all problems.
 *
 * <p>An empty answer means that a problem was told. A record of which a component is wrong is still
 * tried, with stand-ins in its place, so that the constraints of its other components are checked.
 */
final class RecordBinder {

  private final Problems problems;
  private final String prefix;

  /**
   * @param prefix of every path, e.g. {@code --}
   */
  RecordBinder(Problems problems, String prefix) {
    this.problems = problems;
    this.prefix = prefix;
  }

  <C extends Record> Optional<C> record(Class<C> type, ConfigNode node, String path) {
    if (!(node instanceof Mapping mapping)) {
      add(node.line(), path, "expected a mapping, got " + node.description());
      return Optional.empty();
    }

    List<String> known = Arrays.stream(type.getRecordComponents()).map(Keys::of).toList();
    for (Entry entry : mapping.entries()) {
      if (!known.contains(entry.key())) {
        String hint = NearestName.hint(entry.key(), known);
        add(entry.line(), join(path, entry.key()), "unknown key" + hint);
      }
    }
    var values = new LinkedHashMap<RecordComponent, Optional<Object>>();
    for (RecordComponent component : type.getRecordComponents()) {
      values.put(component, component(component, mapping, path));
    }
    return construct(type, values, mapping, path);
  }

  private Optional<Object> component(RecordComponent component, Mapping mapping, String path) {
    String key = Keys.of(component);
    Optional<Entry> entry = mapping.entry(key);
    if (entry.isPresent()) {
      return value(component.getGenericType(), entry.get().value(), join(path, key));
    }
    Optional<Object> standard = standard(component);
    if (standard.isEmpty()) {
      add(mapping.line(), join(path, key), "missing");
    }
    return standard;
  }

  private Optional<Object> standard(RecordComponent component) {
    Default annotation = component.getAnnotation(Default.class);
    if (annotation == null) {
      return absent(component.getType());
    }

    var wrong = new Problems("default of " + component);
    Optional<Object> value =
        YamlReader.read(annotation.value(), wrong)
            .flatMap(
                node -> new RecordBinder(wrong, "").value(component.getGenericType(), node, ""));
    if (!wrong.isEmpty()) {
      throw new IllegalStateException(wrong.sentences().toString());
    }
    return value;
  }

  private static Optional<Object> absent(Class<?> type) {
    if (type == OptionalInt.class) {
      return Optional.of(OptionalInt.empty());
    }
    return type == Optional.class ? Optional.of(Optional.empty()) : Optional.empty();
  }

  private Optional<Object> value(Type type, ConfigNode node, String path) {
    if (type instanceof ParameterizedType generic) {
      return switch (generic.getRawType().getTypeName()) {
        case "java.util.Optional" -> optional(generic.getActualTypeArguments()[0], node, path);
        case "java.util.List" -> list(generic.getActualTypeArguments()[0], node, path);
        case "java.util.Map" -> map(generic.getActualTypeArguments()[1], node, path);
        case String other -> throw new IllegalStateException("No way to read a " + other);
      };
    }
    Class<?> plain = (Class<?>) type;
    if (plain == OptionalInt.class) {
      return scalar(int.class, node, path).map(number -> OptionalInt.of((int) number));
    }
    if (!ScalarReader.reads(plain) && plain.isRecord()) {
      return record(plain.asSubclass(Record.class), node, path).map(Object.class::cast);
    }
    return scalar(plain, node, path);
  }

  private Optional<Object> scalar(Class<?> type, ConfigNode node, String path) {
    if (!(node instanceof Scalar scalar)) {
      add(node.line(), path, "expected one value, got " + node.description());
      return Optional.empty();
    }
    try {
      return Optional.of(ScalarReader.read(type, scalar));
    } catch (IllegalArgumentException e) {
      add(node.line(), path, e.getMessage());
      return Optional.empty();
    }
  }

  private Optional<Object> optional(Type type, ConfigNode node, String path) {
    boolean absent =
        node instanceof Scalar(String text, Kind kind, int _)
            && (kind == Kind.NULL || kind == Kind.WORD && text.isEmpty());
    return absent ? Optional.of(Optional.empty()) : value(type, node, path).map(Optional::of);
  }

  private Optional<Object> list(Type type, ConfigNode node, String path) {
    if (!(node instanceof Sequence(List<ConfigNode> items, int line))) {
      add(node.line(), path, "expected a list, got " + node.description());
      return Optional.empty();
    }

    var values = new ArrayList<Object>();
    for (int i = 0; i < items.size(); i++) {
      value(type, items.get(i), "%s[%d]".formatted(path, i)).ifPresent(values::add);
    }
    return values.size() == items.size() ? Optional.of(values) : Optional.empty();
  }

  private Optional<Object> map(Type type, ConfigNode node, String path) {
    if (!(node instanceof Mapping mapping)) {
      add(node.line(), path, "expected a mapping, got " + node.description());
      return Optional.empty();
    }

    var values = new LinkedHashMap<String, Object>();
    for (Entry entry : mapping.entries()) {
      value(type, entry.value(), join(path, entry.key()))
          .ifPresent(value -> values.put(entry.key(), value));
    }
    return values.size() == mapping.entries().size() ? Optional.of(values) : Optional.empty();
  }

  private <C extends Record> Optional<C> construct(
      Class<C> type, Map<RecordComponent, Optional<Object>> values, Mapping mapping, String path) {
    List<String> wrong =
        values.entrySet().stream()
            .filter(entry -> entry.getValue().isEmpty())
            .map(entry -> Keys.of(entry.getKey()))
            .toList();
    if (!wrong.isEmpty()) {
      StandIns.of(values).stream()
          .map(arguments -> violations(type, arguments))
          .reduce((a, b) -> a.stream().filter(b::contains).toList())
          .orElse(List.of())
          .stream()
          .filter(violation -> !wrong.contains(violation.path().split("[.\\[]")[0]))
          .forEach(violation -> add(violation, mapping, path));
      return Optional.empty();
    }

    Object[] arguments = values.values().stream().map(Optional::orElseThrow).toArray();
    try {
      return Optional.of(create(type, arguments));
    } catch (InvalidRecordException e) {
      e.violations().forEach(violation -> add(violation, mapping, path));
    } catch (IllegalArgumentException e) {
      add(new Violation("", e.getMessage()), mapping, path);
    }
    return Optional.empty();
  }

  private static List<Violation> violations(Class<? extends Record> type, Object[] arguments) {
    try {
      create(type, arguments);
      return List.of();
    } catch (InvalidRecordException e) {
      return e.violations();
    } catch (IllegalArgumentException | NullPointerException e) {
      // Said of a stand-in, for all we know.
      return List.of();
    }
  }

  private static <C extends Record> C create(Class<C> type, Object[] arguments) {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Constructor<C> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException refusal) {
        throw refusal;
      }
      throw new IllegalStateException("Cannot make a " + type, e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot make a " + type, e);
    }
  }

  private void add(Violation violation, Mapping mapping, String path) {
    String full = violation.path().isEmpty() ? path : join(path, violation.path());
    add(mapping.lineOf(violation.path()), full, violation.reason());
  }

  private void add(int line, String path, String reason) {
    problems.add(line, path.isEmpty() ? path : prefix + path, reason);
  }

  private static String join(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
