package org.penstock.config;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** YAML, or flags, as a tree that still knows its lines. */
public sealed interface ConfigNode {

  /** Returns the line it begins in, counted from 1; 0 if it stands in no file. */
  int line();

  /** What a scalar is. */
  enum Kind {
    /** A text, in quotes or plain. */
    TEXT,
    /** A whole number of any size. */
    WHOLE,
    /** A number with a point or an exponent, or {@code .inf}, {@code .nan}. */
    NUMBER,
    /** {@code true} or {@code false}. */
    BOOLEAN,
    /** Nothing. */
    NULL,
    /** A word of the command line, which may be any of them. */
    WORD
  }

  /** A scalar; {@code text} as it is written, without quotes. */
  record Scalar(String text, Kind kind, int line) implements ConfigNode {}

  /** A list. */
  record Sequence(List<ConfigNode> items, int line) implements ConfigNode {

    public Sequence {
      items = List.copyOf(items);
    }
  }

  /** A mapping; of a key that stands there twice only the first entry is kept. */
  record Mapping(List<Entry> entries, int line) implements ConfigNode {

    public Mapping {
      entries = List.copyOf(entries);
    }

    /** Returns the keys in their order. */
    public List<String> keys() {
      return entries.stream().map(Entry::key).toList();
    }

    /** Returns the value of {@code key}. */
    public Optional<ConfigNode> value(String key) {
      return entry(key).map(Entry::value);
    }

    /** Returns the entry of {@code key}. */
    public Optional<Entry> entry(String key) {
      return entries.stream().filter(entry -> entry.key().equals(key)).findFirst();
    }
  }

  /** A key of a mapping and its value; {@code line} is that of the key. */
  record Entry(String key, ConfigNode value, int line) {}

  /** Returns what it is, for a message: {@code the text 'a'}, {@code a list}. */
  default String description() {
    return switch (this) {
      case Scalar(String text, Kind kind, int _) ->
          switch (kind) {
            case TEXT, WORD -> "'" + text + "'";
            case WHOLE, NUMBER -> "the number " + text;
            case BOOLEAN -> text;
            case NULL -> "nothing";
          };
      case Sequence _ -> "a list";
      case Mapping _ -> "a mapping";
    };
  }

  /**
   * Returns the line of what {@code path} ({@code a.b[2].c}) names below this node, or of the last
   * thing on the way to it.
   */
  default int lineOf(String path) {
    ConfigNode node = this;
    int line = line();
    for (String step : Stream.of(path.split("[.\\]\\[]+")).filter(s -> !s.isEmpty()).toList()) {
      switch (node) {
        case Mapping mapping when mapping.entry(step).isPresent() -> {
          Entry entry = mapping.entry(step).orElseThrow();
          line = entry.line();
          node = entry.value();
        }
        case Sequence(List<ConfigNode> items, int _)
            when step.matches("[0-9]{1,9}") && Integer.parseInt(step) < items.size() -> {
          node = items.get(Integer.parseInt(step));
          line = node.line();
        }
        default -> {
          return line;
        }
      }
    }
    return line;
  }
}
