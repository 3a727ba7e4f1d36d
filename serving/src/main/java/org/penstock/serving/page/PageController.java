package org.penstock.serving.page;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.exceptions.HttpStatusException;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.penstock.serving.http.Answer;
import org.penstock.serving.http.ServedModelCard;
import org.penstock.serving.production.Production;
import org.penstock.serving.production.ServedModel;

/** The pages for people. */
@Controller
final class PageController {

  /**
   * Pages load nothing from other hosts, run no script of their own text, and stay out of frames.
   */
  private static final String POLICY =
      "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline';"
          + " frame-ancestors 'none'; base-uri 'none'";

  private final Production production;

  PageController(Production production) {
    this.production = production;
  }

  @Get(produces = MediaType.TEXT_HTML)
  HttpResponse<byte[]> index() {
    ServedModel served = production.current();
    ServedModelCard card = new ServedModelCard(served);
    String records = RequestExample.text(served.requests());
    return page(
        Html.fill(
            Asset.template("index.html"),
            Map.ofEntries(
                Map.entry("project", served.model().project()),
                Map.entry("description", served.model().card().description()),
                Map.entry("notice", card.notice()),
                Map.entry("reason", served.approval().reason()),
                Map.entry("notice-class", card.hasWarning() ? "notice warning" : "notice"),
                Map.entry("entity", served.features().entity().name()),
                Map.entry("entities", entities(served)),
                Map.entry("example", example(served)),
                Map.entry("lookup-class", served.features().hasEntities() ? "" : "absent"),
                Map.entry("forecast-class", served.model().outlook().isPresent() ? "" : "absent"),
                Map.entry(
                    "data-end",
                    served.model().outlook().map(outlook -> outlook.end().toString()).orElse("")),
                Map.entry("asked", asked(served)),
                Map.entry("records", records),
                Map.entry("lines", Long.toString(records.lines().count() + 1)),
                Map.entry("model", served.modelDigest().toString()),
                Map.entry("feature-table", served.deployment().featureTable().toString()),
                Map.entry("run", served.deployment().run()),
                Map.entry(
                    "deployed",
                    served.deployment().at().truncatedTo(ChronoUnit.SECONDS).toString()),
                Map.entry("trainer", served.model().card().trainer()),
                Map.entry(
                    "training-rows",
                    String.format(Locale.ROOT, "%,d", served.model().card().trainingRows())))));
  }

  private static String entities(ServedModel served) {
    return served.features().hasEntities()
        ? String.format(Locale.ROOT, "%,d", served.features().size())
        : "none: what is predicted is posted";
  }

  private static String asked(ServedModel served) {
    return switch (served.requests().shape()) {
      case FEATURES -> "Features, a list of records";
      case ROWS -> "Rows, a list of records";
      case WINDOW -> "The last rows of an entity, a list of records";
    };
  }

  private static String example(ServedModel served) {
    return served.features().size() == 0 ? "" : served.features().id(0);
  }

  @Get(uri = "/openapi", produces = MediaType.TEXT_HTML)
  HttpResponse<byte[]> openApi() {
    return page(
        Html.fill(
            Asset.template("openapi.html"),
            Map.of("project", production.current().model().project())));
  }

  @Get("/openapi.json")
  Answer openApiJson() {
    return new OpenApi(production.current());
  }

  @Get(uri = "/assets/{name}.js", produces = "text/javascript")
  HttpResponse<byte[]> script(String name) {
    return asset(name + ".js");
  }

  @Get(uri = "/assets/{name}.css", produces = "text/css")
  HttpResponse<byte[]> style(String name) {
    return asset(name + ".css");
  }

  private static HttpResponse<byte[]> asset(String fileName) {
    return Stream.of(Asset.values())
        .filter(asset -> asset.fileName().equals(fileName))
        .findFirst()
        .map(asset ->
            response(asset.bytes(), asset.mediaType())
                .header(HttpHeaders.CACHE_CONTROL, "max-age=3600"))
        .orElseThrow(() -> new HttpStatusException(HttpStatus.NOT_FOUND, fileName));
  }

  private static HttpResponse<byte[]> page(String html) {
    return response(html.getBytes(StandardCharsets.UTF_8), MediaType.of("text/html;charset=utf-8"))
        .header("Content-Security-Policy", POLICY);
  }

  private static MutableHttpResponse<byte[]> response(byte[] body, MediaType type) {
    return HttpResponse.ok(body).contentType(type).header("X-Content-Type-Options", "nosniff");
  }
}
