package org.penstock.gathering;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.penstock.artifact.CanonicalJson;
import org.penstock.gather.GatherProject;

/**
 * Takes bodies for answers, or does not.
 *
 * @param project knows what an answer is
 */
record AnswerReader<A extends Record>(GatherProject<?, ?, A> project) {

  private static final String NO_UTF_8 = "\uFFFD";

  AnswerReader {
    requireNonNull(project, "project");
  }

  /** Returns why {@code body} does not answer {@code key}, as a clause, or empty. */
  Optional<String> problem(String key, String body) {
    if (body.contains(NO_UTF_8)) {
      return Optional.of("the answer is no UTF-8");
    }
    try {
      answer(key, body);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of("the answer is none: " + e.getMessage());
    }
  }

  /** Returns the fields of a body, without those that are null. */
  Map<String, Object> json(String body) {
    return CanonicalJson.readForeign(body.getBytes(StandardCharsets.UTF_8));
  }

  A answer(String key, String body) {
    return project.answer(key, json(body));
  }
}
