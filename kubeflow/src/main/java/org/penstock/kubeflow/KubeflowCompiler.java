package org.penstock.kubeflow;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.penstock.config.Problems;
import org.penstock.workflow.Tag;
import org.penstock.workflow.Task;

/**
 * Compiles a WorkflowTemplate of Argo into pipelines of Kubeflow v2.
 *
 * <p>Kubeflow cannot wait for a person. So the tasks before the suspend node are one pipeline, and
 * those behind it another, whose inputs are outputs of the first and of the suspend node. What
 * joins them is the signed approval, which a step of the second verifies.
 */
public final class KubeflowCompiler {

  private static final String BEFORE = "train-and-register";
  private static final String BEHIND = "promote";
  private static final String WHOLE = "run";

  private final ArgoFile file;
  private final ComponentReader reader;

  private KubeflowCompiler(ArgoFile file, Map<String, String> images) {
    this.file = file;
    this.reader = new ComponentReader(file, images);
  }

  /**
   * Compiles {@code workflow}, a WorkflowTemplate or the CronWorkflow of one.
   *
   * @param images values of parameters that name images; others keep those of the file
   * @return one pipeline, or two if the workflow waits for a person
   * @throws org.penstock.config.InvalidConfigException with everything that Kubeflow cannot do, by
   *     file, line and field
   * @throws IOException if the file cannot be read
   */
  public static List<CompiledPipeline> compile(Path workflow, Map<String, String> images)
      throws IOException {
    ArgoFile file = ArgoFile.read(workflow);
    Problems problems = file.problems();
    problems.throwIfAny();
    file.document().child("metadata").refuseUnmapped("Metadata");
    new PodReader(file.spec()).check();
    new DependsCheck(file).check();
    List<Pipeline> pipelines = new KubeflowCompiler(file, images).compile();
    problems.throwIfAny();
    return pipelines.stream().map(pipeline -> CompiledPipeline.of(file, pipeline)).toList();
  }

  private List<Pipeline> compile() {
    Halves halves = Halves.of(file);
    if (halves.gate().isEmpty()) {
      return List.of(half(halves.before(), Optional.empty()).compile(WHOLE, List.of()));
    }

    HalfCompiler behind = half(halves.behind(), halves.gate());
    Pipeline promote = behind.compile(BEHIND, List.of());
    Pipeline train =
        half(halves.before(), Optional.empty())
            .compile(BEFORE, outputs(halves, behind.neededOutputs()));
    return List.of(train, promote);
  }

  private HalfCompiler half(List<Task> tasks, Optional<Task> gate) {
    return new HalfCompiler(file, tasks, gate, reader);
  }

  /**
   * Returns what the first pipeline puts out: what the second needs, what the person at the gate is
   * shown, and all that the task right before the gate says.
   */
  private List<Tag.TaskOutput> outputs(Halves halves, List<Tag.TaskOutput> needed) {
    Task gate = halves.gate().orElseThrow();
    List<String> before = halves.before().stream().map(Task::name).toList();
    Set<Tag> outputs = new LinkedHashSet<>(needed);
    gate.arguments().values().forEach(text -> outputs.addAll(Tag.in(text)));
    for (String task : Halves.awaited(gate)) {
      file.workflow().templates().get(file.task(task).template()).outputs().stream()
          .map(output -> new Tag.TaskOutput(task, output.name()))
          .forEach(outputs::add);
    }

    List<Tag.TaskOutput> ofBefore = new ArrayList<>();
    for (Tag output : outputs) {
      if (output instanceof Tag.TaskOutput tag && before.contains(tag.task())) {
        ofBefore.add(tag);
      }
    }
    return ofBefore;
  }
}
