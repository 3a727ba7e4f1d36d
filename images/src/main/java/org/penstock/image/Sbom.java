package org.penstock.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.jar.JarFile;
import org.penstock.image.BaseContents.DebianPackage;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is in an image, as <a href="https://cyclonedx.org/docs/1.6/json/">CycloneDX 1.6</a>: the
 * packages of the base, Java, every jar with its digest and licence. Without time and serial
 * number: equal images have equal lists.
 */
final class Sbom {

  /** Where it lies in an image. */
  static final String IN_IMAGE = "/app/sbom.cdx.json";

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final String OURS = "penstock-";

  private final String image;
  private final String version;
  private final List<Map<String, Object>> components = new ArrayList<>();

  Sbom(String image, String version) {
    this.image = image;
    this.version = version;
  }

  /** Adds the packages of the base. */
  Sbom add(BaseContents base) {
    base.packages().stream()
        .sorted()
        .forEach(debian -> components.add(component(debian, base.distribution())));
    return this;
  }

  /** Adds Java. */
  Sbom add(JavaRuntime java) {
    Map<String, Object> component = new LinkedHashMap<>();
    String version = java.version().toString();
    component.put("type", "platform");
    component.put("name", "openjdk");
    component.put("version", version);
    component.put("description", "Modules " + String.join(" ", JavaRuntime.MODULES));
    component.put("licenses", licence("GPL-2.0-only WITH Classpath-exception-2.0"));
    component.put(
        "cpe", "cpe:2.3:a:oracle:openjdk:%s:*:*:*:*:*:*:*".formatted(version.split("\\+")[0]));
    component.put("purl", "pkg:generic/openjdk@" + version.replace("+", "%2B"));
    components.add(component);
    return this;
  }

  /**
   * Adds jars.
   *
   * @throws ImageException if one is neither ours nor in {@code libraries}
   */
  Sbom add(ClassPath path, Libraries libraries) throws IOException {
    for (Path jar : path.jars().stream().sorted().toList()) {
      String sha256 = Digests.of(jar);
      Map<String, Object> component = isOurs(jar) ? ours(jar) : libraries.component(jar, sha256);
      component.put("hashes", List.of(sorted("alg", "SHA-256", "content", sha256)));
      component.put(
          "properties", List.of(property("penstock:path", "/app/lib/" + jar.getFileName())));
      List<Map<String, Object>> parts = isOurs(jar) ? embedded(jar) : List.of();
      if (!parts.isEmpty()) {
        component.put("components", parts);
      }
      components.add(component);
    }
    return this;
  }

  byte[] write() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("bomFormat", "CycloneDX");
    document.put("specVersion", "1.6");
    document.put("version", 1);
    document.put(
        "metadata",
        Map.of("component", sorted("type", "container", "name", image, "version", version)));
    document.put("components", components);
    return JSON.writeValueAsBytes(document);
  }

  private static Map<String, Object> component(DebianPackage debian, String distribution) {
    Map<String, Object> component = new LinkedHashMap<>();
    component.put("type", "library");
    component.put("name", debian.name());
    component.put("version", debian.version());
    component.put(
        "purl",
        "pkg:deb/debian/%s@%s?arch=%s&distro=%s"
            .formatted(
                debian.name().replace("+", "%2B"),
                debian.version().replace("+", "%2B").replace(":", "%3A"),
                debian.architecture(),
                distribution));
    return component;
  }

  private static boolean isOurs(Path jar) {
    return jar.getFileName().toString().startsWith(OURS);
  }

  private static Map<String, Object> ours(Path jar) {
    String name = jar.getFileName().toString().replaceFirst("\\.jar$", "");
    int dash = name.lastIndexOf('-');
    Map<String, Object> component =
        maven("org.penstock", name.substring(0, dash), name.substring(dash + 1));
    component.put("licenses", licence("Apache-2.0"));
    return component;
  }

  /** Others' files in a jar of ours, which have left their coordinates there. */
  private static List<Map<String, Object>> embedded(Path jar) throws IOException {
    var parts = new ArrayList<Map<String, Object>>();
    try (JarFile file = new JarFile(jar.toFile())) {
      for (var entry :
          file.stream().filter(e -> e.getName().endsWith("/pom.properties")).toList()) {
        var properties = new Properties();
        properties.load(file.getInputStream(entry));
        if (!properties.getProperty("groupId").equals("org.penstock")) {
          parts.add(
              maven(
                  properties.getProperty("groupId"),
                  properties.getProperty("artifactId"),
                  properties.getProperty("version")));
        }
      }
    }
    return parts;
  }

  static Map<String, Object> maven(String group, String name, String version) {
    Map<String, Object> component = new LinkedHashMap<>();
    component.put("type", "library");
    component.put("group", group);
    component.put("name", name);
    component.put("version", version);
    component.put("purl", "pkg:maven/%s/%s@%s?type=jar".formatted(group, name, version));
    return component;
  }

  private static List<Object> licence(String expression) {
    return List.of(Map.of("expression", expression));
  }

  private static Map<String, Object> property(String name, String value) {
    return sorted("name", name, "value", value);
  }

  private static Map<String, Object> sorted(String... pairs) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i], pairs[i + 1]);
    }
    return map;
  }
}
