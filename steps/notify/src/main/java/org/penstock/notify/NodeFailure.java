package org.penstock.notify;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.penstock.artifact.CanonicalJson;

/**
 * A node of a run that did not succeed.
 *
 * @param node as people know it, e.g. {@code train}; empty if nobody says
 * @param message why, as the engine says
 */
record NodeFailure(String node, String message) {

  private static final Pattern ATTEMPT = Pattern.compile("(.+)\\(\\d+\\)");
  private static final Pattern EXIT_HANDLER = Pattern.compile(".+\\.onExit(\\(\\d+\\))?");

  NodeFailure {
    requireNonNull(node, "node");
    requireNonNull(message, "message");
  }

  /**
   * Reads what Argo puts in the place of {@code {{workflow.failures}}}: a list of objects as JSON,
   * once more in quotes, and {@code null} for none. What is neither is one failure with that text,
   * since a report must not be lost for its form.
   *
   * <p>Source: <a href="https://argo-workflows.readthedocs.io/en/latest/variables/#exit-handler">
   * Argo, variables of the exit handler</a>.
   */
  static List<NodeFailure> parse(String text) {
    String json = text.isBlank() ? "null" : text.strip();
    try {
      String list = json.startsWith("\"") ? unquoted(json) : json;
      return list.equals("null") ? List.of() : told((List<?>) read(list));
    } catch (IllegalArgumentException | ClassCastException e) {
      return List.of(new NodeFailure("", text));
    }
  }

  /**
   * Keeps what tells a person something, in the order in which it happened: of a node that was
   * tried again its last attempt, {@code train(3)}, and not the node itself, which knows no reason;
   * not the run as a whole, nor this exit handler.
   */
  private static List<NodeFailure> told(List<?> nodes) {
    SortedMap<String, NodeFailure> byTime = new TreeMap<>();
    Map<String, NodeFailure> last = new LinkedHashMap<>();
    for (Object node : nodes) {
      Map<?, ?> fields = (Map<?, ?>) node;
      NodeFailure failure = new NodeFailure(text(fields, "displayName"), text(fields, "message"));
      if (!failure.message.isEmpty() && !EXIT_HANDLER.matcher(failure.node).matches()) {
        byTime.put(text(fields, "finishedAt") + failure.node, failure);
      }
    }
    Set<String> retried = new HashSet<>();
    byTime.values().forEach(failure -> failure.retried().ifPresent(retried::add));
    for (NodeFailure failure : byTime.values()) {
      String name = failure.retried().orElse(failure.node);
      if (failure.retried().isPresent() || !retried.contains(name)) {
        last.put(name, new NodeFailure(name, failure.message));
      }
    }
    return List.copyOf(last.values());
  }

  /** Returns the node that this is an attempt of, if it is one. */
  private Optional<String> retried() {
    Matcher attempt = ATTEMPT.matcher(node);
    return attempt.matches() ? Optional.of(attempt.group(1)) : Optional.empty();
  }

  private static String unquoted(String json) {
    return (String) read(json);
  }

  /** Returns the value of any kind; the reader wants an object. */
  private static Object read(String json) {
    byte[] object = "{\"it\":%s}".formatted(json).getBytes(StandardCharsets.UTF_8);
    return CanonicalJson.read(object).get("it");
  }

  private static String text(Map<?, ?> fields, String name) {
    return fields.get(name) instanceof String text ? text : "";
  }

  /** Returns it as a person reads it. */
  String text() {
    return node.isEmpty() ? message : "%s (%s)".formatted(node, message);
  }
}
