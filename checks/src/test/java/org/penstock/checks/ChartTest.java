package org.penstock.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.penstock.config.ConfigNode;
import org.penstock.config.ConfigNode.Mapping;

/** The chart, rendered by Helm itself. */
class ChartTest {

  private static final Path CHART = Checkout.at("helm/penstock-serving");

  @TempDir Path directory;

  @Test
  void isLikedByTheLinter() {
    LintResult result = new Helm(CHART).lint().strict().call();

    assertFalse(result.isFailed(), () -> String.join("\n", result.getMessages()));
  }

  @ParameterizedTest
  @MethodSource("values")
  void makesPodsThatAreConfined(Path values) throws IOException {
    List<KubernetesObject> objects = objects(render(withoutHooks(), values));

    List<String> problems = new ArrayList<>();
    objects.forEach(object -> new PodChecks(object, objects, problems).check());

    assertEquals(List.of(), problems);
  }

  @Test
  void wouldBeNoticedIfItDidNotConfineThem() throws IOException {
    Path mutant = copy("readOnlyRootFilesystem: true", "readOnlyRootFilesystem: false");
    List<KubernetesObject> objects = objects(render(mutant, CHART.resolve("ci/least-values.yaml")));

    List<String> problems = new ArrayList<>();
    objects.forEach(object -> new PodChecks(object, objects, problems).check());

    assertEquals(
        List.of(
            "Deployment credit-risk: securityContext.readOnlyRootFilesystem is 'false' instead of true"),
        problems);
  }

  /** What a cluster may lack is off, and every object lies in the namespace of the release. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "least | NetworkPolicy PodDisruptionBudget ServiceAccount Service Deployment Pod",
        "trying | NetworkPolicy PodDisruptionBudget ServiceAccount Service Deployment Pod",
        "pinned | NetworkPolicy PodDisruptionBudget ServiceAccount Service Deployment Pod",
        "kserve | NetworkPolicy PodDisruptionBudget ServiceAccount Service InferenceService Pod",
        "everything | NetworkPolicy PodDisruptionBudget ServiceAccount Service Deployment"
            + " HorizontalPodAutoscaler HTTPRoute Ingress ServiceMonitor Pod",
      })
  void makesNoMoreThanWasAskedFor(String values, String kinds) throws IOException {
    List<KubernetesObject> objects =
        objects(render(withoutHooks(), CHART.resolve("ci/%s-values.yaml".formatted(values))));

    assertEquals(
        Stream.of(kinds.split(" ")).sorted().toList(),
        objects.stream().map(KubernetesObject::kind).sorted().toList());
    objects.forEach(object -> assertEquals("penstock-serving", object.namespace()));
  }

  @Test
  void takesTheDigestOfTheImageBeforeItsTag() throws IOException {
    String rendered = render(CHART, CHART.resolve("ci/pinned-values.yaml"));

    assertTrue(rendered.contains("image: \"registry.example.org/penstock/serving@sha256:2c26"));
    assertFalse(rendered.contains("serving:0.1.0"));
  }

  /** Helm keeps what the step deploy wrote only if Helm itself never wrote it. */
  @ParameterizedTest
  @MethodSource("values")
  void leavesTheServedDeploymentToTheStep(Path values) throws IOException {
    assertTrue(
        objects(render(CHART, values)).stream()
            .map(object -> Yaml.find(object.document(), "spec.template.metadata.annotations"))
            .flatMap(Optional::stream)
            .noneMatch(it -> ((Mapping) it).keys().contains("penstock.org/deployment")));
  }

  @ParameterizedTest
  @MethodSource("values")
  void isRenderedTheSameAgain(Path values) {
    assertEquals(render(CHART, values), render(CHART, values));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "replicas | two | at '/replicas': got string, want integer",
        "replica | 2 | additional properties 'replica' not allowed",
        "image.tagg | x | at '/image': additional properties 'tagg' not allowed",
        "image.digest | sha256:12 | at '/image/digest': 'sha256:12' does not match pattern",
        "image.pullPolicy | Sometimes | at '/image/pullPolicy': value must be one of",
        "store | /data | at '/store': '/data' does not match pattern",
        "s3Endpoint | s3:9000 | at '/s3Endpoint': 's3:9000' does not match pattern",
        "production | yes | at '/production': got string, want boolean",
        "approvers.ada | abc | at '/approvers/ada': 'abc' does not match pattern",
        "service.port | 70000 | at '/service/port': maximum: got 70,000, want 65,535",
        "resources.limits.memory | lots | at '/resources/limits/memory': 'lots' does not match pattern",
        "podAnnotations.penstock\\.org/deployment | x | at '/podAnnotations/penstock.org~1deployment'",
        "ingress.enabled | true | at '/ingress/hosts': minItems: got 0, want 1",
        "httpRoute.enabled | true | at '/httpRoute/parentRefs': minItems: got 0, want 1",
        "drainSeconds | -1 | at '/drainSeconds': minimum: got -1, want 0",
      })
  void namesTheValueThatIsWrong(String key, String value, String expected) {
    var thrown =
        assertThrows(
            IllegalStateException.class,
            () ->
                new Helm(CHART)
                    .template()
                    .withKubeVersion("1.34.0")
                    .withValuesFile(CHART.resolve("ci/least-values.yaml"))
                    .set(key, value)
                    .call());

    assertTrue(thrown.getMessage().contains(expected), thrown.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "approvers.ada | store is empty: it says where the model lies; add --set store=s3://bucket/prefix",
        "store | approvers is empty: in production only what one of them approved is served",
      })
  void saysWhatIsMissing(String given, String expected) {
    String key = "MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=";

    var thrown =
        assertThrows(
            IllegalStateException.class,
            () ->
                new Helm(CHART)
                    .template()
                    .withKubeVersion("1.34.0")
                    .set(given, given.equals("store") ? "s3://penstock/credit-risk" : key)
                    .call());

    assertTrue(thrown.getMessage().contains(expected), thrown.getMessage());
  }

  @Test
  void hasASchemaThatIsClosedEverywhere() throws IOException {
    List<String> open = new ArrayList<>();
    collectOpen(Checkout.read(CHART.resolve("values.schema.json")), "", open);

    // Passed on as they are: what stands in them belongs to Kubernetes, or to charts above this
    // one.
    assertEquals(
        List.of(
            "properties.global",
            "properties.affinity",
            "definitions.named.items",
            "definitions.objects.items"),
        open);
  }

  private static void collectOpen(ConfigNode node, String path, List<String> open) {
    if (node instanceof Mapping map) {
      boolean conditional = path.contains("then") || path.contains("if");
      if (Yaml.text(map, "type").equals("object")
          && map.value("additionalProperties").isEmpty()
          && !conditional) {
        open.add(path.substring(1));
      }
      map.entries().forEach(entry -> collectOpen(entry.value(), path + "." + entry.key(), open));
    }
  }

  @Test
  void hasASchemaOfExactlyItsValues() throws IOException {
    ConfigNode schema = Checkout.read(CHART.resolve("values.schema.json"));
    Mapping values = (Mapping) Checkout.read(CHART.resolve("values.yaml"));
    Mapping properties = (Mapping) Yaml.find(schema, "properties").orElseThrow();

    assertEquals(
        values.keys().stream().sorted().toList(),
        properties.keys().stream().filter(it -> !it.equals("global")).sorted().toList());
    for (String key : values.keys()) {
      if (values.value(key).orElseThrow() instanceof Mapping block && !block.entries().isEmpty()) {
        assertEquals(
            block.keys().stream().sorted().toList(),
            ((Mapping) Yaml.find(properties, key + ".properties").orElseThrow())
                .keys().stream().sorted().toList());
      }
    }
  }

  /** The table of the README is values.yaml, read by a person. */
  @Test
  void explainsItsValuesInTheReadme() throws IOException {
    List<String> rows =
        Files.readAllLines(CHART.resolve("README.md")).stream()
            .dropWhile(line -> !line.equals("## Values"))
            .skip(1)
            .takeWhile(line -> !line.startsWith("## "))
            .filter(line -> line.startsWith("| `"))
            .toList();

    assertEquals(ChartValues.rows(CHART.resolve("values.yaml")), rows);
  }

  static List<Path> values() throws IOException {
    return Checkout.yaml("helm/penstock-serving/ci");
  }

  private static String render(Path chart, Path values) {
    return new Helm(chart)
        .template()
        .withName("credit-risk")
        .withNamespace("penstock-serving")
        .withKubeVersion("1.34.0")
        .withValuesFile(values)
        .call();
  }

  private List<KubernetesObject> objects(String rendered) throws IOException {
    List<KubernetesObject> objects = new ArrayList<>();
    for (String document : rendered.split("(?m)^---$")) {
      if (document.contains("kind:")) {
        Path file = Files.createTempFile(directory, "object", ".yaml");
        Files.writeString(file, document, StandardCharsets.UTF_8);
        KubernetesObject object = KubernetesObject.read(file);
        objects.add(new KubernetesObject(object.kind() + " " + object.name(), object.document()));
      }
    }
    return objects;
  }

  /** The pod of the test as an object like others: the library renders no hooks. */
  private Path withoutHooks() throws IOException {
    return copy("helm.sh/hook: test", "penstock.org/hook: test");
  }

  private Path copy(String from, String to) throws IOException {
    Path copy = directory.resolve("penstock-serving");
    try (Stream<Path> files = Files.walk(CHART)) {
      for (Path file : files.toList()) {
        Path target = copy.resolve(CHART.relativize(file));
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.writeString(target, Files.readString(file).replace(from, to));
        }
      }
    }
    return copy;
  }
}
