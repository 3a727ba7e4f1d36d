package org.penstock.cli;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import org.penstock.kubeflow.CompiledPipeline;
import org.penstock.kubeflow.KubeflowCompiler;
import org.penstock.step.ExitCode;
import org.penstock.step.StepFailure;

/**
 * A new project that compiles, runs and has a test of golden rows: orders, and which of them will
 * be sent back. Its author puts their own rows, features and settings in place of these.
 *
 * @param root of the checkout
 * @param name of the project, lower case with dashes
 */
record Skeleton(Path root, String name) {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final int LONGEST = 40;
  private static final List<String> TYPES =
      List.of("package-info", "Order", "OrderFeatures", "OrderHistory", "SampleOrders");
  private static final Pattern DEPLOYED = Pattern.compile("(resourceNames: \\[)([^]]*)");

  Skeleton {
    requireNonNull(root, "root");
    requireNonNull(name, "name");
    if (!NAME.matcher(name).matches() || name.length() > LONGEST) {
      throw refused(
          "The name of a project is '%s', expected at most %d of a-z, 0-9 and single dashes",
          name, LONGEST);
    }
  }

  /**
   * Writes the module and its pipelines, and registers it; nothing, if there is no place for it.
   *
   * @return the files; first those that are new
   * @throws StepFailure if there is such a project, or no checkout
   */
  List<Path> write() throws IOException {
    requireNew();
    Map<Path, String> files = new LinkedHashMap<>(newFiles());
    files.putAll(registrations());
    for (Map.Entry<Path, String> file : files.entrySet()) {
      Files.createDirectories(file.getKey().getParent());
      Files.writeString(file.getKey(), file.getValue());
    }
    Path kubeflow = Files.createDirectories(root.resolve("pipelines").resolve("kfp"));
    for (CompiledPipeline compiled : KubeflowCompiler.compile(pipeline(), Map.of())) {
      Files.writeString(kubeflow.resolve(compiled.fileName()), compiled.yaml());
    }
    return List.copyOf(files.keySet());
  }

  /** Returns where the module lies. */
  Path module() {
    return root.resolve("projects").resolve(name);
  }

  private void requireNew() {
    if (!Files.isRegularFile(root.resolve("pom.xml"))) {
      throw new StepFailure(
          ExitCode.INPUT, "There is no checkout of Penstock at " + root.toAbsolutePath(), null);
    }
    if (Stream.of(module(), pipeline()).anyMatch(Files::exists)) {
      throw refused("There is a project '%s'", name);
    }
    if (SourceVersion.isKeyword(lastPackage())
        || Skeleton.class.getResource("/org/penstock/" + lastPackage()) != null) {
      throw refused(
          "A project cannot be called '%s': its package would be org.penstock.%s",
          name, lastPackage());
    }
  }

  private Map<Path, String> newFiles() throws IOException {
    Path main = module().resolve("src/main/java/org/penstock").resolve(lastPackage());
    Path test = module().resolve("src/test/java/org/penstock").resolve(lastPackage());
    Path golden = module().resolve("src/test/resources/org/penstock").resolve(lastPackage());
    Map<Path, String> files = new LinkedHashMap<>();
    files.put(module().resolve("pom.xml"), filled("pom.xml"));
    files.put(module().resolve("project.yaml"), filled("project.yaml"));
    for (String type : TYPES) {
      files.put(main.resolve(type + ".java"), filled(type + ".java"));
    }
    files.put(main.resolve(projectType() + ".java"), filled("Project.java"));
    files.put(
        module().resolve("src/main/resources/META-INF/services/org.penstock.feature.Project"),
        "org.penstock.%s.%s\n".formatted(lastPackage(), projectType()));
    files.put(test.resolve("GoldenOrdersTest.java"), filled("GoldenOrdersTest.java"));
    for (String csv : List.of("golden-orders.csv", "golden-features.csv")) {
      files.put(golden.resolve(csv), filled(csv));
    }
    files.put(pipeline(), filled("pipeline.yaml"));
    return files;
  }

  /** Returns the files that list projects, each with one more. */
  private Map<Path, String> registrations() throws IOException {
    Path modules = root.resolve("pom.xml");
    Path command = root.resolve("cli").resolve("pom.xml");
    Path role = root.resolve("k8s").resolve("22.Role.penstock-deploy.yaml");
    Map<Path, String> files = new LinkedHashMap<>();
    files.put(
        modules,
        before(modules, "    <module>cli</module>\n", "    <module>projects/NAME</module>\n"));
    files.put(
        command,
        before(
            command,
            """
                <dependency>
                  <groupId>info.picocli</groupId>
            """,
            """
                <dependency>
                  <groupId>${project.groupId}</groupId>
                  <artifactId>penstock-NAME</artifactId>
                  <version>${project.version}</version>
                  <scope>runtime</scope>
                </dependency>
            """));
    Matcher names = DEPLOYED.matcher(Files.readString(role));
    if (!names.find()) {
      throw refused("%s lists no Deployments", role);
    }
    TreeSet<String> all = new TreeSet<>(List.of(names.group(2).split(", *")));
    all.add(name);
    files.put(role, names.replaceFirst("$1" + String.join(", ", all)));
    return files;
  }

  private String before(Path file, String anchor, String text) throws IOException {
    String content = Files.readString(file);
    int at = content.indexOf(anchor);
    if (at < 0) {
      throw refused("There is no line '%s' in %s", anchor.strip(), file);
    }
    return content.substring(0, at) + text.replace("NAME", name) + content.substring(at);
  }

  private String filled(String resource) throws IOException {
    try (InputStream in =
        requireNonNull(Skeleton.class.getResourceAsStream("skeleton/" + resource), resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace("PACKAGE", lastPackage())
          .replace("CLASS", projectType())
          .replace("TITLE", capital(name.replace('-', ' ')))
          .replace("NAME", name);
    }
  }

  private Path pipeline() {
    return root.resolve("pipelines").resolve("argo").resolve(name + ".yaml");
  }

  private String lastPackage() {
    return name.replace("-", "");
  }

  /** With an ending that no other class of the skeleton has. */
  private String projectType() {
    return Stream.of(name.split("-")).map(Skeleton::capital).collect(Collectors.joining())
        + "Project";
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private static StepFailure refused(String sentence, Object... values) {
    return new StepFailure(ExitCode.CONFIG, sentence.formatted(values), null);
  }
}
