package org.penstock.serving.http;

import java.util.List;
import org.penstock.serving.request.FieldProblem;

/** Records of a request break the schema of the features. */
final class InvalidRecordsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<FieldProblem> problems;

  /**
   * @param problems in the order of the request, at least one
   */
  InvalidRecordsException(List<FieldProblem> problems) {
    super(sentence(problems), null, false, false);
    this.problems = List.copyOf(problems);
  }

  List<FieldProblem> problems() {
    return problems;
  }

  private static String sentence(List<FieldProblem> problems) {
    FieldProblem first = problems.getFirst();
    String sentence = "Record %d: %s".formatted(first.record(), first.message());
    int more = problems.size() - 1;
    return more == 0
        ? sentence
        : "%s (and %d more problem%s)".formatted(sentence, more, more == 1 ? "" : "s");
  }
}
