package org.penstock.image;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An image in a file, in the layout of the <a
 * href="https://github.com/opencontainers/image-spec/blob/v1.1.1/image-layout.md">OCI</a>.
 *
 * @param name the reference that a container engine gives it
 * @param digest of its manifest, {@code sha256:…}: what a registry would answer to
 * @param layers the base first
 */
record OciArchive(String name, String digest, List<Layer> layers) {

  private static final String BLOBS = "blobs/sha256/";
  private static final JsonMapper JSON = new JsonMapper();

  OciArchive {
    requireNonNull(name, "name");
    requireNonNull(digest, "digest");
    layers = List.copyOf(layers);
  }

  /**
   * A layer.
   *
   * @param digest of its compressed bytes
   * @param compressedBytes what is sent
   * @param unpackedBytes what a node stores: the sum of the files
   */
  record Layer(String digest, long compressedBytes, long unpackedBytes) {}

  /** Reads the whole file, layers too. */
  static OciArchive read(Path file) throws IOException {
    Map<String, Layer> layers = new HashMap<>();
    Map<String, JsonNode> documents = new HashMap<>();
    try (var tar = new TarArchiveInputStream(Files.newInputStream(file))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        var content = new PushbackInputStream(tar);
        int first = content.read();
        content.unread(first);
        if (first == '{') {
          documents.put(entry.getName(), JSON.readTree(content.readAllBytes()));
        } else {
          String digest = "sha256:" + entry.getName().substring(BLOBS.length());
          layers.put(digest, new Layer(digest, entry.getSize(), unpacked(content)));
        }
      }
    }

    JsonNode index = documents.get("index.json").get("manifests").get(0);
    String digest = index.get("digest").asString();
    JsonNode manifest = documents.get(BLOBS + digest.substring("sha256:".length()));
    var ordered = new ArrayList<Layer>();
    for (JsonNode layer : manifest.get("layers")) {
      ordered.add(layers.get(layer.get("digest").asString()));
    }
    return new OciArchive(
        index.get("annotations").get("org.opencontainers.image.ref.name").asString(),
        digest,
        ordered);
  }

  private static long unpacked(InputStream compressed) throws IOException {
    long bytes = 0;
    var tar = new TarArchiveInputStream(new GZIPInputStream(compressed, 1 << 16));
    for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
      bytes += entry.getSize();
    }
    return bytes;
  }
}
