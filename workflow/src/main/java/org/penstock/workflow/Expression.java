package org.penstock.workflow;

/** A condition of a workflow: {@code when}, {@code depends}, or the expression of a retry. */
public sealed interface Expression {

  /** A text in quotes or a number, which may hold tags. */
  record Literal(String text) implements Expression {}
}
