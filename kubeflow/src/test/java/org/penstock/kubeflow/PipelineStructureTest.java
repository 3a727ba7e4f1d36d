package org.penstock.kubeflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That the checks of compiled pipelines notice what they are for. */
class PipelineStructureTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "componentRef: | componentReff: | PipelineSpec: Cannot find field: componentReff",
        "cachingOptions: | caching: | PipelineSpec: Cannot find field: caching",
        "parameterType: TASK_FINAL_STATUS | parameterType: STATUS | PipelineSpec: Invalid enum value: STATUS",
        "maxRetryCount: 3 | maxRetryCount: often | PipelineSpec: Not an int32 value",
        "resourceCpuLimit: | cpus: | PipelineDeploymentConfig: Cannot find field: cpus",
        "secretAsEnv: | secrets: | KubernetesExecutorConfig: Cannot find field: secrets",
        "platforms: | platform: | PlatformSpec: Cannot find field: platform",
        "name: comp-judge | name: comp-jugde | exit-handler-1/judge runs comp-jugde, which is no component",
        "name: comp-judge | name: comp-jugde | comp-judge is used by no task",
        "executorLabel: exec-judge | executorLabel: exec-x | comp-judge runs exec-x, which is no executor",
        "producerTask: train | producerTask: judge | takes from judge, which it does not wait for",
        "outputParameterKey: model_bundle | outputParameterKey: model | judge takes model: it is nowhere, expected STRING",
        "componentInputParameter: source | componentInputParameter: sauce | takes source: it is nowhere, expected STRING",
        "- train | - trian | judge waits for trian, which is no task beside it",
        "- train | - judge | judge waits for itself",
        "--output.report={{$.outputs.parameters['report'] | --output.report={{$.outputs.parameters['raport'] | mentions outputs.raport, which is not defined",
        "--output.report={{$.outputs.parameters['report'] | --output.report={{$.outputs.parameters['verdict'] | comp-judge does not mention outputs.report",
        "parameterType: TASK_FINAL_STATUS | parameterType: STRING | tell takes workflow_status: it is TASK_FINAL_STATUS, expected STRING",
        "tell:1.0 | tell:latest | comp-tell: image 'registry.example.org/loan/tell:latest' can move",
        "tell:1.0 | tell | comp-tell: image 'registry.example.org/loan/tell' can move",
        "producerSubtask: exit-handler-1 | producerSubtask: exit-handler-2 | root yields judge_report: it is nowhere, expected STRING",
        "exec-judge: | exec-other: | platform speaks of exec-other, which is no executor",
      })
  void noticesWhatIsWrongBeforeTheGate(String right, String wrong, String problem)
      throws IOException {
    notices(0, right, wrong, problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "['ask_decision'] == | ['asked'] == | condition-2 asks for asked, which is no input of it",
        "model: | models: | deploy is not given models",
        "model: | models: | deploy is given model, which is no input",
      })
  void noticesWhatIsWrongBehindTheGate(String right, String wrong, String problem)
      throws IOException {
    notices(1, right, wrong, problem);
  }

  private static void notices(int half, String right, String wrong, String problem)
      throws IOException {
    String yaml = KubeflowCompiler.compile(Workflows.valid("loan"), Map.of()).get(half).yaml();
    int place = yaml.lastIndexOf(right);
    String changed = yaml.substring(0, place) + wrong + yaml.substring(place + right.length());

    assertEquals(List.of(), all(yaml));
    assertNotEquals(yaml, changed);
    assertEquals(
        List.of(problem),
        all(changed).stream()
            .filter(it -> it.contains(problem))
            .map(_ -> problem)
            .distinct()
            .toList(),
        () -> all(changed).toString());
  }

  private static List<String> all(String yaml) {
    PipelineFile file = PipelineFile.parse(yaml);
    return Stream.concat(file.problems().stream(), PipelineStructure.problems(file).stream())
        .toList();
  }
}
