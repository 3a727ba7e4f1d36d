package org.penstock.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeFailureTest {

  private static final String LIST =
      "[{\"displayName\":\"train\",\"message\":\"exit code 65\",\"templateName\":\"train\"}]";

  @Test
  void readsAList() {
    assertEquals(List.of(new NodeFailure("train", "exit code 65")), NodeFailure.parse(LIST));
  }

  @Test
  void readsAListInQuotesAsArgoWritesIt() {
    String quoted = "\"" + LIST.replace("\"", "\\\"") + "\"";

    assertEquals(List.of(new NodeFailure("train", "exit code 65")), NodeFailure.parse(quoted));
  }

  @Test
  void keepsTheLastAttemptOfEachNodeAsArgoToldOfIt() {
    String nodes =
        """
        [{"displayName":"deploy(1)","message":"main: Error (exit code 75)","finishedAt":"2026-11-21T10:02:00Z"},
         {"displayName":"run-1.onExit(0)","message":"wait: Error (exit code 64)","finishedAt":"2026-11-21T10:04:00Z"},
         {"displayName":"deploy","message":"No more retries left","finishedAt":"2026-11-21T10:03:00Z"},
         {"displayName":"run-1","message":"","finishedAt":"2026-11-21T10:03:00Z"},
         {"displayName":"report","message":"Pod was evicted","finishedAt":"2026-11-21T10:01:30Z"},
         {"displayName":"deploy(0)","message":"pod deleted","finishedAt":"2026-11-21T10:01:00Z"}]
        """;

    assertEquals(
        List.of(
            new NodeFailure("deploy", "main: Error (exit code 75)"),
            new NodeFailure("report", "Pod was evicted")),
        NodeFailure.parse(nodes));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "null", "\"null\"", "[]", "\"[]\""})
  void readsThatNothingFailed(String text) {
    assertEquals(List.of(), NodeFailure.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{{workflow.failures}}", "[1]", "\"[\"", "12"})
  void keepsATextThatIsNoListAsItIs(String text) {
    assertEquals(List.of(new NodeFailure("", text)), NodeFailure.parse(text));
  }
}
