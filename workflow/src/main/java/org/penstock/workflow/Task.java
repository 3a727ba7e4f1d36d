package org.penstock.workflow;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One node of a DAG.
 *
 * @param name unique in its DAG
 * @param template what it runs
 * @param arguments input name to text, which may hold tags
 * @param depends when it may start; empty: at once. {@code dependencies} are read into it
 * @param when whether it runs once it may; empty: it does
 */
public record Task(
    String name,
    String template,
    Map<String, String> arguments,
    Optional<Expression> depends,
    Optional<Expression> when) {

  public Task {
    requireNonNull(name, "name");
    requireNonNull(template, "template");
    requireNonNull(depends, "depends");
    requireNonNull(when, "when");
    arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
  }
}
