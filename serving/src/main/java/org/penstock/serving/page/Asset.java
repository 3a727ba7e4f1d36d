package org.penstock.serving.page;

import io.micronaut.http.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The files that pages load; there are no others. */
enum Asset {
  PAGE_CSS("page.css", "text/css;charset=utf-8", "page.css"),
  PAGE_JS("page.js", "text/javascript;charset=utf-8", "page.js"),
  OPENAPI_JS("openapi.js", "text/javascript;charset=utf-8", "openapi.js"),
  SWAGGER_JS(
      "swagger-ui-bundle.js",
      "text/javascript;charset=utf-8",
      Asset.SWAGGER + "swagger-ui-bundle.js"),
  SWAGGER_CSS("swagger-ui.css", "text/css;charset=utf-8", Asset.SWAGGER + "swagger-ui.css");

  /** Where the webjar has its files; the version is the one of the root pom. */
  private static final String SWAGGER = "/META-INF/resources/webjars/swagger-ui/5.32.0/";

  private final String fileName;
  private final MediaType mediaType;
  private final String resource;

  Asset(String fileName, String mediaType, String resource) {
    this.fileName = fileName;
    this.mediaType = MediaType.of(mediaType);
    this.resource = resource;
  }

  String fileName() {
    return fileName;
  }

  MediaType mediaType() {
    return mediaType;
  }

  byte[] bytes() {
    return bytes(resource);
  }

  /** Returns a page, which is a template of this package. */
  static String template(String name) {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String resource) {
    try (InputStream in = Asset.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("The class path has no " + resource);
      }

      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
