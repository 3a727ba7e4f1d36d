package org.penstock.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Coordinates and licences of libraries by digest, as Maven wrote them down when it built. */
final class Libraries {

  private static final JsonMapper JSON = new JsonMapper();

  private final Path file;
  private final Map<String, JsonNode> bySha256 = new HashMap<>();

  private Libraries(Path file) {
    this.file = file;
  }

  /**
   * Reads a CycloneDX document.
   *
   * @throws ImageException if it is not there
   */
  static Libraries read(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new ImageException(
          ImageException.CONFIGURATION,
          "There is no %s, in which Maven writes down the libraries; build with `./penstock images` or `mvn package`"
              .formatted(file));
    }

    var libraries = new Libraries(file);
    for (JsonNode component : JSON.readTree(Files.readAllBytes(file)).get("components")) {
      for (JsonNode hash : component.path("hashes")) {
        if (hash.get("alg").asString().equals("SHA-256")) {
          libraries.bySha256.put(hash.get("content").asString(), component);
        }
      }
    }
    return libraries;
  }

  /**
   * Returns what is known of the library with the content {@code sha256}.
   *
   * @throws ImageException if nothing is
   */
  Map<String, Object> component(Path jar, String sha256) {
    JsonNode known = bySha256.get(sha256);
    if (known == null) {
      throw new ImageException(
          ImageException.CONFIGURATION,
          "%s is in an image, and its content is not in %s; build again with `mvn clean package`"
              .formatted(jar, file));
    }

    Map<String, Object> component =
        Sbom.maven(
            known.path("group").asString(""),
            known.get("name").asString(),
            known.get("version").asString());
    component.put("purl", known.get("purl").asString());
    component.put("licenses", known.path("licenses"));
    return component;
  }
}
