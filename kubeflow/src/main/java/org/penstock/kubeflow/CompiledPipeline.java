package org.penstock.kubeflow;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * One pipeline of Kubeflow, as the file that is uploaded.
 *
 * @param fileName what the file is called
 * @param yaml the PipelineSpec, and a PlatformSpec for Kubernetes if there is anything to say
 */
public record CompiledPipeline(String fileName, String yaml) {

  public CompiledPipeline {
    requireNonNull(fileName, "fileName");
    requireNonNull(yaml, "yaml");
  }

  static CompiledPipeline of(ArgoFile source, Pipeline pipeline) {
    var yaml = new StringBuilder();
    yaml.append("# %s%n#%n".formatted(pipeline.title()));
    for (Component component : pipeline.components()) {
      if (!component.description().isEmpty()) {
        yaml.append("# %s: %s%n".formatted(component.name(), component.description()));
      }
    }
    yaml.append(
        "# Compiled from %s by `./penstock compile kubeflow`: change the source, then compile.%n"
            .formatted(source.origin()));
    yaml.append(Yaml.write(pipeline.toTree()));
    Map<String, Object> platform = pipeline.platformTree();
    if (!platform.isEmpty()) {
      yaml.append("---\n").append(Yaml.write(platform));
    }
    String workflow = source.workflow().name();
    return new CompiledPipeline(
        "%s.%s.yaml".formatted(workflow, pipeline.name().substring(workflow.length() + 1)),
        yaml.toString().replace(System.lineSeparator(), "\n"));
  }
}
