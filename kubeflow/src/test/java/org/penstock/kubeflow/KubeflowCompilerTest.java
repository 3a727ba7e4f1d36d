package org.penstock.kubeflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.penstock.kubeflow.PipelineFile.at;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penstock.config.InvalidConfigException;

class KubeflowCompilerTest {

  private static final String BODY = "comp-exit-handler-1";

  @TempDir Path directory;

  @Test
  void partsTheWorkflowWhereItWaitsForAPerson() throws IOException {
    List<CompiledPipeline> pipelines = KubeflowCompiler.compile(Workflows.valid("loan"), Map.of());

    assertEquals(
        List.of("loan.train-and-register.yaml", "loan.promote.yaml"),
        pipelines.stream().map(CompiledPipeline::fileName).toList());
    assertEquals(Set.of("train", "judge"), tasks(half(0), BODY).keySet());
    assertEquals(Set.of("condition-2"), tasks(half(1), BODY).keySet());
    assertEquals(Set.of("deploy"), tasks(half(1), "comp-condition-2").keySet());
    assertEquals(
        Set.of("exit-handler-1", "tell"), at(half(1).pipeline(), "root", "dag", "tasks").keySet());
  }

  @Test
  void namesTheInputsOfTheSecondAsTheOutputsOfTheFirst() throws IOException {
    Map<String, Object> outputs = at(half(0).pipeline(), "root", "outputDefinitions", "parameters");
    Map<String, Object> inputs = at(half(1).pipeline(), "root", "inputDefinitions", "parameters");

    assertEquals(Set.of("train_model_bundle", "judge_verdict", "judge_report"), outputs.keySet());
    assertEquals(
        Set.of("store", "force", "train_model_bundle", "judge_verdict", "ask_decision"),
        inputs.keySet());
    assertEquals(
        Map.of("description", "Digest of the model", "parameterType", "STRING"),
        inputs.get("train_model_bundle"));
    assertEquals("REJECT", at(inputs, "ask_decision").get("defaultValue"));
    assertEquals("bad", at(inputs, "judge_verdict").get("defaultValue"));
  }

  @Test
  void runsWhatIsBehindTheGateOnlyIfTheGateWouldOpen() throws IOException {
    assertEquals(
        "((inputs.parameter_values['judge_verdict'] == 'good' || inputs.parameter_values['force'] == 'true')"
            + " && inputs.parameter_values['ask_decision'] == 'APPROVE')",
        at(tasks(half(1), BODY), "condition-2", "triggerPolicy").get("condition"));
  }

  @Test
  void tellsAProgramWhereEachOutputGoes() throws IOException {
    Map<String, Object> container =
        at(half(0).pipeline(), "deploymentSpec", "executors", "exec-train", "container");

    assertEquals(
        List.of(
            "--source={{$.inputs.parameters['source']}}",
            "--store={{$.inputs.parameters['store']}}",
            "--output.model-bundle={{$.outputs.parameters['model_bundle'].output_file}}"),
        container.get("args"));
    assertEquals(List.of("java", "@/app/java", "org.example.TrainMain"), container.get("command"));
    assertEquals(List.of(Map.of("name", "TZ", "value", "UTC")), container.get("env"));
    assertEquals(
        Map.of(
            "resourceCpuLimit", "2",
            "resourceCpuRequest", "250m",
            "resourceMemoryLimit", "2Gi",
            "resourceMemoryRequest", "1Gi"),
        container.get("resources"));
  }

  @Test
  void triesAgainAsOftenAsTheWorkflow() throws IOException {
    assertEquals(
        Map.of(
            "backoffDuration",
            "10s",
            "backoffFactor",
            2.0,
            "backoffMaxDuration",
            "900s",
            "maxRetryCount",
            3),
        at(tasks(half(0), BODY), "train").get("retryPolicy"));
  }

  @Test
  void keepsWhatThePodNeeds() throws IOException {
    Map<String, Object> pod = at(half(0).executors(), "exec-train");

    assertEquals("60", pod.get("activeDeadlineSeconds"));
    assertEquals(
        List.of(Map.of("mountPath", "/tmp", "sizeLimit", "1Gi", "volumeName", "tmp")),
        pod.get("emptyDirMounts"));
    assertEquals(Map.of("runAsNonRoot", true, "runAsUser", "8737"), pod.get("securityContext"));
    assertEquals(
        List.of("penstock-store", "loan-token"),
        ((List<?>) pod.get("secretAsEnv"))
            .stream().map(secret -> ((Map<?, ?>) secret).get("secretName")).toList());
  }

  @Test
  void takesImagesFromAFile() throws IOException {
    String image = "registry.example.org/loan/train@sha256:" + "0".repeat(64);

    List<CompiledPipeline> pipelines =
        KubeflowCompiler.compile(
            Workflows.valid("loan"), Map.of("image-train", image, "image-serving", "another"));

    PipelineFile file = PipelineFile.parse(pipelines.getFirst().yaml());
    assertEquals(image, image(file, "exec-train"));
    assertEquals("registry.example.org/loan/tell:1.0", image(file, "exec-tell"));
    assertEquals(List.of(), PipelineStructure.problems(file));
  }

  @Test
  void letsTheExitHandlerKnowHowItEnded() throws IOException {
    Map<String, Object> tell = at(half(0).pipeline(), "root", "dag", "tasks", "tell");

    assertEquals(Map.of("strategy", "ALL_UPSTREAM_TASKS_COMPLETED"), tell.get("triggerPolicy"));
    assertEquals(
        Map.of(
            "parameters",
            Map.of(
                "workflow_status",
                Map.of("taskFinalStatus", Map.of("producerTask", "exit-handler-1")))),
        tell.get("inputs"));
  }

  @Test
  void compilesAWorkflowThatWaitsForNobodyToOnePipeline() throws IOException {
    String yaml = Files.readString(Workflows.valid("loan"));
    String gate =
        yaml.substring(
            yaml.indexOf("          - name: ask"),
            yaml.indexOf("    - name: train\n      annotations"));
    String asked =
        yaml.substring(
            yaml.indexOf("    - name: ask\n      inputs"),
            yaml.indexOf("    - name: deploy\n      inputs"));
    Path file = directory.resolve("loan.yaml");
    Files.writeString(file, yaml.replace(gate, "").replace(asked, ""));

    List<CompiledPipeline> pipelines = KubeflowCompiler.compile(file, Map.of());

    assertEquals(
        List.of("loan.run.yaml"), pipelines.stream().map(CompiledPipeline::fileName).toList());
    assertEquals(
        List.of(), PipelineStructure.problems(PipelineFile.parse(pipelines.getFirst().yaml())));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '"',
      value = {
        "memory: 2Gi ~ nvidia.com/gpu: 1 ~ loan.yaml:74: spec.templates[1].container.resources.limits.nvidia.com/gpu: Kubeflow has nothing for it",
        "activeDeadlineSeconds: 60 ~ nodeSelector: {disk: ssd} ~ loan.yaml:59: spec.templates[1].nodeSelector: Kubeflow has nothing for it",
        "{name: penstock-store, ~ {name: other, ~ spec.templateDefaults.container.envFrom[0].secretRef: Kubeflow takes keys of a secret by name: write an env with a secretKeyRef for each",
        "{name: tmp, mountPath: /tmp} ~ {name: tmp, mountPath: /tmp, subPath: a} ~ spec.templateDefaults.container.volumeMounts[0].subPath: Kubeflow has nothing for it",
        "{name: tmp, mountPath: /tmp} ~ {name: data, mountPath: /tmp} ~ spec.templateDefaults.container.volumeMounts[0]: there is no volume 'data' in spec.volumes",
        "emptyDir: {sizeLimit: 1Gi} ~ hostPath: {path: /data} ~ spec.volumes[0].hostPath: Kubeflow has nothing for it",
        "        limit: ~ # ~ spec.templates[1].retryStrategy: expected a limit: Kubeflow counts",
        "retryPolicy: Always ~ retryPolicy: OnError ~ spec.templates[1].retryStrategy.retryPolicy: Kubeflow tries every failure again; expected Always or OnFailure",
        "== 'good' ~ > 'good' ~ Kubeflow is told only whether two texts are equal; let a step compare numbers",
        "'{{workflow.parameters.force}}' == 'true'\" ~ {{workflow.parameters.force}}\" ~ spec.templates[0].dag.tasks[3].when: expected a comparison of two texts in quotes",
        "depends: judge.Succeeded ~ depends: judge.Failed ~ spec.templates[0].dag.tasks[2].depends: 'judge.Failed': Kubeflow waits for success only",
        "depends: judge.Succeeded ~ depends: judge.Succeeded || train.Failed ~ spec.templates[0].dag.tasks[2].depends: Kubeflow waits for all of several tasks; only '&&' can be said",
      })
  void refusesWhatKubeflowCannotDo(String right, String wrong, String problem) throws IOException {
    Path file = Workflows.changed(directory, "loan", right, wrong);

    InvalidConfigException failure =
        assertThrows(InvalidConfigException.class, () -> KubeflowCompiler.compile(file, Map.of()));

    assertTrue(
        failure.problems().stream().anyMatch(it -> it.contains(problem)),
        failure.problems().toString());
  }

  @Test
  void refusesToWaitForWhatMayBeSkipped() throws IOException {
    Path file =
        Workflows.changed(
            directory,
            "loan",
            "template: judge\n            depends",
            "template: judge\n            when: \"'{{workflow.parameters.force}}' == 'a'\"\n            depends");

    var failure =
        assertThrows(InvalidConfigException.class, () -> KubeflowCompiler.compile(file, Map.of()));

    assertEquals(
        List.of(
            "loan.yaml:43: spec.templates[0].dag.tasks[2].depends: 'judge' may be skipped, and Kubeflow would"
                + " start what waits for it all the same; move the condition into the step"),
        failure.problems());
  }

  /** Outside of the group it would run although the task was skipped that it waits for. */
  @Test
  void putsWhatWaitsForAConditionIntoItsGroup() throws IOException {
    Path workflow =
        Workflows.changed(
            directory,
            "loan",
            "\n    - name: train\n",
            """

                  - name: told
                    template: judge
                    depends: deploy.Succeeded
                    arguments:
                      parameters:
                        - {name: model, value: "{{tasks.train.outputs.parameters.model-bundle}}"}
                  - name: listed
                    template: judge
                    depends: deploy.Succeeded
                    when: "'{{tasks.deploy.outputs.parameters.deployed}}' == 'true'"
                    arguments:
                      parameters:
                        - {name: model, value: "{{tasks.deploy.outputs.parameters.deployed}}"}
            - name: train
            """
                .indent(4));

    PipelineFile promote =
        PipelineFile.parse(KubeflowCompiler.compile(workflow, Map.of()).get(1).yaml());

    assertEquals(List.of(), PipelineStructure.problems(promote));
    assertEquals(Set.of("condition-2"), tasks(promote, BODY).keySet());
    Map<String, Object> group = tasks(promote, "comp-condition-2");
    assertEquals(Set.of("deploy", "told", "condition-3"), group.keySet());
    assertEquals(List.of("deploy"), at(group, "told").get("dependentTasks"));
    assertEquals(List.of("deploy"), at(group, "condition-3").get("dependentTasks"));
    assertEquals(
        "inputs.parameter_values['pipelinechannel--deploy--deployed'] == 'true'",
        at(group, "condition-3", "triggerPolicy").get("condition"));
    assertEquals(
        Map.of("componentInputParameter", "pipelinechannel--deploy--deployed"),
        at(tasks(promote, "comp-condition-3"), "listed", "inputs", "parameters").get("model"));
  }

  private PipelineFile half(int index) throws IOException {
    return PipelineFile.parse(
        KubeflowCompiler.compile(Workflows.valid("loan"), Map.of()).get(index).yaml());
  }

  private static Map<String, Object> tasks(PipelineFile file, String component) {
    return at(file.pipeline(), "components", component, "dag", "tasks");
  }

  private static Object image(PipelineFile file, String executor) {
    return at(file.pipeline(), "deploymentSpec", "executors", executor, "container").get("image");
  }
}
