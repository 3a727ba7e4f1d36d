package org.penstock.kubeflow;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The two documents of a compiled pipeline, read the way Kubeflow reads them: as JSON of its
 * protobuf messages, in which an unknown key or a value of another type is an error.
 */
record PipelineFile(Map<String, Object> pipeline, Map<String, Object> platform) {

  private static final Map<String, FileDescriptor> DEFINITIONS = definitions();

  @SuppressWarnings("unchecked")
  static PipelineFile parse(String yaml) {
    List<Object> documents = new ArrayList<>();
    new Load(LoadSettings.builder().build()).loadAllFromString(yaml).forEach(documents::add);
    return new PipelineFile(
        (Map<String, Object>) documents.getFirst(),
        documents.size() > 1 ? (Map<String, Object>) documents.get(1) : Map.of());
  }

  /** Returns what Kubeflow's definitions have against it; nothing if they accept it. */
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    check("pipeline_spec.proto", "PipelineSpec", pipeline, problems);
    check(
        "pipeline_spec.proto",
        "PipelineDeploymentConfig",
        pipeline.get("deploymentSpec"),
        problems);
    check("pipeline_spec.proto", "PlatformSpec", platform, problems);
    executors()
        .values()
        .forEach(executor ->
            check(
                "kubernetes_executor_config.proto",
                "KubernetesExecutorConfig",
                executor,
                problems));
    return problems;
  }

  /** Returns what the platform document says of each executor. */
  Map<String, Object> executors() {
    return at(platform, "platforms", "kubernetes", "deploymentSpec", "executors");
  }

  /** Returns the mapping that {@code keys} lead to; empty if there is none. */
  @SuppressWarnings("unchecked")
  static Map<String, Object> at(Map<String, Object> tree, String... keys) {
    Map<String, Object> place = tree;
    for (String key : keys) {
      place = (Map<String, Object>) place.getOrDefault(key, Map.of());
    }
    return place;
  }

  private static void check(String file, String message, Object tree, List<String> problems) {
    try {
      JsonFormat.parser()
          .merge(
              json(tree),
              DynamicMessage.newBuilder(DEFINITIONS.get(file).findMessageTypeByName(message)));
    } catch (InvalidProtocolBufferException e) {
      problems.add("%s: %s".formatted(message, e.getMessage()));
    }
  }

  private static String json(Object tree) {
    return switch (tree) {
      case null -> "null";
      case Map<?, ?> map -> {
        var entries = new ArrayList<String>();
        map.forEach((key, value) -> entries.add(json(key) + ":" + json(value)));
        yield "{" + String.join(",", entries) + "}";
      }
      case List<?> list ->
          "[" + String.join(",", list.stream().map(PipelineFile::json).toList()) + "]";
      case String text -> quoted(text);
      default -> tree.toString();
    };
  }

  private static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ') {
        quoted.append("\\u%04x".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }

  private static Map<String, FileDescriptor> definitions() {
    try (InputStream file = PipelineFile.class.getResourceAsStream("pipeline-spec-2.17.3.desc")) {
      Map<String, FileDescriptor> built = new LinkedHashMap<>();
      for (FileDescriptorProto proto : FileDescriptorSet.parseFrom(file).getFileList()) {
        FileDescriptor[] imports =
            proto.getDependencyList().stream().map(built::get).toArray(FileDescriptor[]::new);
        built.put(proto.getName(), FileDescriptor.buildFrom(proto, imports));
      }
      return built;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (DescriptorValidationException e) {
      throw new IllegalStateException(e);
    }
  }
}
