package org.penstock.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class EndingTest {

  @Test
  void readsTheWordsOfArgo() {
    assertEquals(
        new Ending("Failed", List.of(new NodeFailure("train", "exit code 65"))),
        Ending.of("Failed", "[{\"displayName\":\"train\",\"message\":\"exit code 65\"}]"));
  }

  @Test
  void readsTheDocumentOfKubeflow() {
    String document =
        """
        {"state":"FAILED","pipelineJobResourceName":"r","pipelineTaskName":"exit-handler-1",
         "error":{"code":9,"message":"task train failed"}}\
        """;

    assertEquals(
        new Ending("Failed", List.of(new NodeFailure("exit-handler-1", "task train failed"))),
        Ending.of(document, document));
  }

  @Test
  void readsTheDocumentOfTheLocalRunner() {
    String document =
        """
        {"state": "SUCCEEDED", "pipeline_task_name": "exit-handler-1", "error": {},
         "pipeline_job_resource_name": "local"}\
        """;

    assertEquals(new Ending("Succeeded", List.of()), Ending.of(document, document));
  }

  @Test
  void losesNothingForItsForm() {
    assertEquals(new Ending("{no", List.of()), Ending.of("{no", "{no"));
    assertEquals(new Ending("{}", List.of()), Ending.of("{}", ""));
  }
}
