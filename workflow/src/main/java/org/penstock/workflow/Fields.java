package org.penstock.workflow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.penstock.config.ConfigNode;
import org.penstock.config.ConfigNode.Kind;
import org.penstock.config.ConfigNode.Mapping;
import org.penstock.config.ConfigNode.Scalar;
import org.penstock.config.ConfigNode.Sequence;
import org.penstock.config.Durations;
import org.penstock.config.Problems;
import org.penstock.row.NearestName;

/**
 * A mapping of the file as one type of Argo: each of its keys is looked up in the table of fields,
 * and told if it is not honoured.
 */
final class Fields {

  private final Mapping mapping;
  private final String type;
  private final String path;
  private final Problems problems;
  private final Problems warnings;

  private Fields(Mapping mapping, String type, String path, Problems problems, Problems warnings) {
    this.mapping = mapping;
    this.type = type;
    this.path = path;
    this.problems = problems;
    this.warnings = warnings;
  }

  /** Reads {@code node}; what is no mapping is told and taken for an empty one. */
  static Fields of(
      ConfigNode node, String type, String path, Problems problems, Problems warnings) {
    if (!(node instanceof Mapping mapping)) {
      problems.add(node.line(), path, "expected a mapping, got " + node.description());
      return new Fields(new Mapping(List.of(), node.line()), type, path, problems, warnings);
    }
    var fields = new Fields(mapping, type, path, problems, warnings);
    fields.look();
    return fields;
  }

  private void look() {
    for (ConfigNode.Entry entry : mapping.entries()) {
      Optional<ArgoField> field = ArgoField.of(type, entry.key());
      if (field.isEmpty()) {
        String hint = NearestName.hint(entry.key(), ArgoField.names(type));
        problems.add(entry.line(), join(entry.key()), "Argo has no such field" + hint);
        continue;
      }
      switch (field.get().treatment()) {
        case HONOURED, IGNORED -> {}
        case WARNED ->
            warnings.add(
                entry.line(), join(entry.key()), "has no effect here: " + field.get().note());
        case REFUSED ->
            problems.add(
                entry.line(), join(entry.key()), "is not supported here: " + field.get().note());
      }
    }
  }

  /** Tells every field that is honoured elsewhere, but is not one of {@code allowed} here. */
  void refuseHonoured(List<String> allowed) {
    for (ConfigNode.Entry entry : mapping.entries()) {
      boolean honoured =
          ArgoField.of(type, entry.key())
              .filter(field -> field.treatment() == ArgoField.Treatment.HONOURED)
              .isPresent();
      if (honoured && !allowed.contains(entry.key())) {
        problem(entry.key(), "is not supported here: state it in each template");
      }
    }
  }

  /** Tells every field that is not one of {@code allowed} here. */
  void refuseAllBut(List<String> allowed, String instead) {
    mapping.keys().stream()
        .filter(key -> ArgoField.of(type, key).isPresent() && !allowed.contains(key))
        .forEach(key -> problem(key, "is not supported here: " + instead));
  }

  String path() {
    return path;
  }

  boolean has(String field) {
    return mapping.value(field).isPresent();
  }

  void problem(String field, String reason) {
    problems.add(field.isEmpty() ? mapping.line() : mapping.lineOf(field), join(field), reason);
  }

  /** Returns the text of a field that must be there; what is wrong is told and empty. */
  String need(String field) {
    Optional<String> text = text(field);
    if (text.isEmpty() && !has(field)) {
      problem(field, "missing");
    }
    return text.orElse("");
  }

  /** Returns the text of a field, which Argo wants to be a text. */
  Optional<String> text(String field) {
    return mapping.value(field).flatMap(node -> text(node, field, false));
  }

  /** Returns the text of a field that may also be a number or a boolean. */
  Optional<String> any(String field) {
    return mapping.value(field).flatMap(node -> text(node, field, true));
  }

  private Optional<String> text(ConfigNode node, String field, boolean any) {
    if (node instanceof Scalar(String text, Kind kind, int _)
        && (kind == Kind.TEXT || any && kind != Kind.NULL)) {
      return Optional.of(text);
    }
    problems.add(node.line(), join(field), "expected a text, got " + node.description());
    return Optional.empty();
  }

  /** Returns the texts of a list; empty if it is not there. */
  List<String> texts(String field) {
    List<ConfigNode> items = items(field);
    var texts = new ArrayList<String>();
    for (int i = 0; i < items.size(); i++) {
      texts.add(text(items.get(i), "%s[%d]".formatted(field, i), false).orElse(""));
    }
    return texts;
  }

  /** Returns what {@code reader} makes of the text of a field; its refusal is told. */
  <T> Optional<T> parsed(String field, Function<String, T> reader) {
    try {
      return any(field).map(reader);
    } catch (IllegalArgumentException e) {
      problem(field, e.getMessage());
      return Optional.empty();
    }
  }

  /** Returns a time; a bare number is seconds, as in Argo. */
  Optional<Duration> time(String field) {
    return parsed(field, text -> Durations.parse(text.matches("[0-9]+") ? text + "s" : text));
  }

  /** Returns a mapping that must be there; what is missing is told. */
  Optional<Fields> needChild(String field, String childType) {
    if (!has(field)) {
      problem(field, "missing");
    }
    return child(field, childType);
  }

  Optional<Fields> child(String field, String childType) {
    return mapping.value(field).map(node -> of(node, childType, join(field), problems, warnings));
  }

  /** Returns the mappings of a list; empty if it is not there. */
  List<Fields> children(String field, String childType) {
    List<ConfigNode> items = items(field);
    var children = new ArrayList<Fields>();
    for (int i = 0; i < items.size(); i++) {
      String childPath = "%s[%d]".formatted(join(field), i);
      children.add(of(items.get(i), childType, childPath, problems, warnings));
    }
    return children;
  }

  private List<ConfigNode> items(String field) {
    Optional<ConfigNode> node = mapping.value(field);
    if (node.isPresent() && !(node.get() instanceof Sequence)) {
      problem(field, "expected a list, got " + node.get().description());
    }
    return node.filter(Sequence.class::isInstance)
        .map(Sequence.class::cast)
        .map(Sequence::items)
        .orElse(List.of());
  }

  private String join(String field) {
    return path.isEmpty() || field.isEmpty() ? path + field : path + "." + field;
  }
}
