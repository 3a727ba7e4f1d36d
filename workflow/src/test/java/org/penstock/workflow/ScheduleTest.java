package org.penstock.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScheduleTest {

  @Test
  void namesATemplateBesideItAndItsArguments() throws IOException {
    Schedule schedule = Schedule.read(file("valid-schedule.yaml")).orElseThrow();

    assertEquals("shared", schedule.template());
    assertEquals(file("shared.template.yaml"), schedule.file());
    assertEquals(Map.of("store", "s3://a/b", "force", "true"), schedule.arguments());
  }

  @Test
  void runsAsTheTemplateWithTheArgumentsInPlaceOfItsOwnValues() throws IOException {
    WorkflowTemplate template = WorkflowTemplate.read(file("shared.template.yaml"));

    WorkflowTemplate workflow = WorkflowTemplate.read(file("valid-schedule.yaml"));

    assertEquals("loans", workflow.name());
    assertEquals(template.templates(), workflow.templates());
    assertEquals(
        List.of(
            new Parameter("store", Optional.of("s3://a/b"), List.of(), "where things lie"),
            new Parameter("rounds", Optional.of("3"), List.of(), ""),
            new Parameter("force", Optional.of("true"), List.of("false", "true"), "")),
        workflow.parameters());
  }

  @Test
  void isNoTemplate() throws IOException {
    assertEquals(Optional.empty(), Schedule.read(file("shared.template.yaml")));
  }

  private static Path file(String name) {
    try {
      return Path.of(ScheduleTest.class.getResource(name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
