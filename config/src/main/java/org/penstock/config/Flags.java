package org.penstock.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.penstock.config.ConfigNode.Entry;
import org.penstock.config.ConfigNode.Kind;
import org.penstock.config.ConfigNode.Mapping;
import org.penstock.config.ConfigNode.Scalar;
import org.penstock.config.ConfigNode.Sequence;
import org.penstock.row.NearestName;

/**
 * Reads the flags of a program into records: {@code --max-depth 3} or {@code --max-depth=3} is the
 * component {@code maxDepth}, of the types that {@link RecordReader} reads from a scalar, or a list
 * or an {@code Optional} of them.
 *
 * <p>A flag given twice is a list's second item, and a problem for every other type. An empty value
 * of an {@code Optional} is absent. A boolean flag may stand alone; its value follows {@code =}.
 */
public final class Flags {

  private final Map<String, RecordComponent> components = new LinkedHashMap<>();
  private final List<Class<? extends Record>> types;

  private Flags(List<Class<? extends Record>> types) {
    this.types = List.copyOf(types);
    for (Class<? extends Record> type : types) {
      for (RecordComponent component : type.getRecordComponents()) {
        if (components.put(Keys.of(component), component) != null) {
          throw new IllegalArgumentException("Two records have the flag --" + Keys.of(component));
        }
      }
    }
  }

  /**
   * Returns the flags which are the components of {@code types} together.
   *
   * @throws IllegalArgumentException if two of them have a component of one name
   */
  public static Flags of(List<Class<? extends Record>> types) {
    return new Flags(types);
  }

  private static Flags of(Class<? extends Record> type) {
    return of(List.<Class<? extends Record>>of(type));
  }

  /**
   * Reads {@code arguments} into one record.
   *
   * @throws InvalidConfigException with every problem
   */
  public static <C extends Record> C parse(Class<C> type, List<String> arguments) {
    return of(type).parse(arguments).record(type);
  }

  /** Returns {@link #help()} of one record. */
  public static String help(Class<? extends Record> type) {
    return of(type).help();
  }

  /**
   * Reads {@code arguments} into a record of each type.
   *
   * @throws InvalidConfigException with every problem
   */
  public Parsed parse(List<String> arguments) {
    var problems = new Problems("");
    Map<String, List<String>> given = given(arguments, problems);
    var binder = new RecordBinder(problems, "--");
    var records = new ArrayList<Record>();
    for (Class<? extends Record> type : types) {
      binder.record(type, mapping(type, given, problems), "").ifPresent(records::add);
    }
    problems.throwIfAny();
    return new Parsed(records);
  }

  private Map<String, List<String>> given(List<String> arguments, Problems problems) {
    var given = new LinkedHashMap<String, List<String>>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (!argument.startsWith("--")) {
        problems.add(0, "", "expected a flag like --name=value, got '%s'".formatted(argument));
        continue;
      }

      int equals = argument.indexOf('=');
      String name = argument.substring(2, equals < 0 ? argument.length() : equals);
      if (!components.containsKey(name)) {
        problems.add(0, "--" + name, "unknown flag" + NearestName.hint(name, components.keySet()));
        // Its value is no word of its own.
        i += equals < 0 && i + 1 < arguments.size() && !isFlag(arguments.get(i + 1)) ? 1 : 0;
        continue;
      }

      Optional<String> value = Optional.empty();
      if (equals >= 0) {
        value = Optional.of(argument.substring(equals + 1));
      } else if (components.get(name).getType() == boolean.class) {
        value = Optional.of("true");
      } else if (i + 1 < arguments.size() && !isFlag(arguments.get(i + 1))) {
        value = Optional.of(arguments.get(++i));
      }
      List<String> values = given.computeIfAbsent(name, _ -> new ArrayList<>());
      value.ifPresentOrElse(
          values::add, () -> problems.add(0, "--" + name, "expected a value, got none"));
    }
    return given;
  }

  private static boolean isFlag(String argument) {
    return argument.startsWith("--");
  }

  private static Mapping mapping(
      Class<? extends Record> type, Map<String, List<String>> given, Problems problems) {
    var entries = new ArrayList<Entry>();
    for (RecordComponent component : type.getRecordComponents()) {
      String key = Keys.of(component);
      List<String> values = given.getOrDefault(key, List.of());
      if (values.isEmpty()) {
        continue;
      }
      if (component.getType() == List.class) {
        entries.add(new Entry(key, new Sequence(words(values), 0), 0));
        continue;
      }
      if (values.size() > 1) {
        problems.add(0, "--" + key, "given %d times".formatted(values.size()));
      }
      entries.add(new Entry(key, new Scalar(values.getLast(), Kind.WORD, 0), 0));
    }
    return new Mapping(entries, 0);
  }

  private static List<ConfigNode> words(List<String> values) {
    return values.stream().<ConfigNode>map(value -> new Scalar(value, Kind.WORD, 0)).toList();
  }

  /** Returns one line a flag: name, what it takes, meaning, default. */
  public String help() {
    List<String> usages =
        components.entrySet().stream()
            .map(entry -> "--" + entry.getKey() + "=" + placeholder(entry.getValue()))
            .toList();
    int width = Math.min(36, usages.stream().mapToInt(String::length).max().orElse(0));
    var lines = new StringBuilder();
    for (RecordComponent component : components.values()) {
      String usage = "--" + Keys.of(component) + "=" + placeholder(component);
      String meaning =
          Stream.of(meaning(component), standard(component))
              .filter(text -> !text.isEmpty())
              .reduce((a, b) -> a + " " + b)
              .orElse("");
      lines.append(
          String.format(Locale.ROOT, "  %-" + width + "s  %s", usage, meaning).stripTrailing());
      lines.append('\n');
    }
    return lines.toString();
  }

  private static String meaning(RecordComponent component) {
    Help help = component.getAnnotation(Help.class);
    return help == null ? "" : help.value();
  }

  private static String standard(RecordComponent component) {
    Default standard = component.getAnnotation(Default.class);
    if (standard == null) {
      return component.getType() == Optional.class ? "(optional)" : "(required)";
    }
    return "(default: %s)".formatted(standard.value());
  }

  private static String placeholder(RecordComponent component) {
    boolean generic = component.getGenericType() instanceof ParameterizedType;
    Class<?> type =
        generic
            ? (Class<?>)
                ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0]
            : component.getType();
    return ScalarReader.placeholder(type) + (component.getType() == List.class ? " …" : "");
  }

  /** Returns the names of the flags, without dashes, in the order of the components. */
  public List<String> names() {
    return List.copyOf(components.keySet());
  }

  /** Returns the names of those flags that must be given. */
  public List<String> required() {
    return names().stream().filter(name -> isRequired(components.get(name))).toList();
  }

  private static boolean isRequired(RecordComponent component) {
    return component.getType() != Optional.class
        && component.getType() != List.class
        && !component.isAnnotationPresent(Default.class);
  }

  /** The records that were read. */
  public record Parsed(List<Record> records) {

    public Parsed {
      records = List.copyOf(records);
    }

    /** Returns the record of {@code type}, one of those given to {@link Flags#of}. */
    public <C extends Record> C record(Class<C> type) {
      return records.stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
    }
  }
}
