package org.penstock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.penstock.artifact.CanonicalJson;

/**
 * What a command printed, and how it ended.
 *
 * @param code of its end
 * @param text on its output
 * @param errors on its error output
 */
record Said(int code, String text, String errors) {

  /** Runs a command in this JVM. */
  static Said by(String... args) {
    PrintStream before = System.out;
    PrintStream errorsBefore = System.err;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
    try {
      int code = PenstockMain.commandLine().execute(args);
      return new Said(
          code, out.toString(StandardCharsets.UTF_8), errors.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(before);
      System.setErr(errorsBefore);
    }
  }

  /** What a stranger needs: an exit code, a sentence, and no stack of calls. */
  void assertIs(int expected, String sentence) {
    assertEquals(expected, code, this::all);
    assertTrue(all().contains(sentence), this::all);
    assertFalse(all().contains("\tat "), this::all);
  }

  /** Returns what {@code run --json} printed, which must have ended well. */
  RunDocument document() {
    assertEquals(0, code, this::all);
    return new RunDocument(CanonicalJson.read(text.strip().getBytes(StandardCharsets.UTF_8)));
  }

  private String all() {
    return text + errors;
  }
}
