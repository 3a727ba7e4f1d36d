package org.penstock.gathering;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.penstock.config.GatheringConfig;
import org.penstock.config.Money;
import org.penstock.gather.Gathered;
import org.penstock.gather.Missing;
import org.penstock.gather.Usage;
import org.penstock.gather.VendorAddress;

/** The page of a gathering: one HTML file, nothing loaded from elsewhere. */
final class GatherPage {

  private final GatheringConfig config;
  private final Gathered gathered;
  private final List<Missing> missing;
  private final SortedMap<String, Integer> rowsOf;
  private final Verdict verdict;
  private final StringBuilder html = new StringBuilder();

  GatherPage(
      GatheringConfig config,
      Gathered gathered,
      List<Missing> missing,
      SortedMap<String, Integer> rowsOf,
      Verdict verdict) {
    this.config = requireNonNull(config, "config");
    this.gathered = requireNonNull(gathered, "gathered");
    this.missing = List.copyOf(missing);
    this.rowsOf = requireNonNull(rowsOf, "rowsOf");
    this.verdict = requireNonNull(verdict, "verdict");
  }

  String html(VendorAddress vendor) throws IOException {
    html.append("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">");
    html.append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>");
    text(config.name()).append("</title><style>").append(style()).append("</style></head><body>");
    html.append("<header><p class=\"name\">");
    text(config.name()).append("</p><h1>");
    text(config.title()).append("</h1><p class=\"verdict ");
    html.append(gathered.complete() ? "good" : "open").append("\">");
    text(verdict.sentence()).append("</p><p class=\"fine\">Vendor: ");
    text(vendor.isStandIn() ? "a stand-in on this machine" : vendor.uri().toString());
    html.append("; calls of this run: ").append(gathered.calls()).append("</p></header><main>");
    budget(gathered.usage());
    missing();
    failed();
    answers();
    return html.append("</main></body></html>\n").toString();
  }

  private void budget(Usage usage) {
    html.append("<section><h2>Budget</h2><table class=\"meters\">");
    meter("this hour", usage.hour(), usage.budget().hour(), "calls");
    meter("this day", usage.day(), usage.budget().day(), "calls");
    meter("this month", usage.month(), usage.budget().month(), "calls");
    Money cap = usage.budget().moneyMonth();
    row("money this month", usage.spent().micros(), cap.micros(), usage.spent() + " of " + cap);
    html.append("</table></section>");
  }

  private void meter(String name, long used, long limit, String unit) {
    row(name, used, limit, String.format(Locale.ROOT, "%,d of %,d %s", used, limit, unit));
  }

  private void row(String name, long used, long limit, String words) {
    double share = limit == 0 ? 0 : Math.min(1.0, (double) used / limit);
    html.append("<tr><th>").append(name).append("</th><td><div class=\"meter\"><div ");
    html.append(share > 0.9 ? "class=\"full\" " : "");
    html.append(String.format(Locale.ROOT, "style=\"width:%.1f%%\"", 100 * share));
    html.append("></div></div></td><td>");
    text(words).append("</td></tr>");
  }

  private void missing() {
    html.append("<section><h2>Missing</h2>");
    if (missing.isEmpty()) {
      html.append("<p>The vendor knows everything that was asked.</p></section>");
      return;
    }

    html.append("<table><tr><th>key</th><th>name</th><th>what it is</th>");
    html.append("<th class=\"number\">rows</th></tr>");
    for (Missing it : missing) {
      html.append(it.expected() ? "<tr class=\"quiet\">" : "<tr>").append("<td><b>");
      text(it.key()).append("</b></td><td>");
      text(it.name()).append("</td><td>");
      html.append("<span class=\"").append(it.expected() ? "tag" : "tag loud").append("\">");
      text(it.kind()).append("</span></td><td class=\"number\">");
      html.append(rowsOf.getOrDefault(it.key(), 0)).append("</td></tr>");
    }
    html.append("</table></section>");
  }

  private void failed() {
    if (gathered.complete()) {
      return;
    }

    html.append("<section><h2>Not answered</h2><table>");
    gathered
        .failed()
        .forEach((key, reason) -> {
          html.append("<tr><td><b>");
          text(key).append("</b></td><td>");
          text(reason).append("</td></tr>");
        });
    html.append("</table>");
    if (!gathered.open().isEmpty()) {
      html.append("<p>Not asked yet: ");
      text(String.join(" ", gathered.open())).append("</p>");
    }
    html.append("</section>");
  }

  private void answers() {
    html.append("<section><h2>Answered</h2><p class=\"keys\">");
    gathered
        .answers()
        .values()
        .forEach(answer -> {
          html.append(answer.body().isPresent() ? "<span>" : "<span class=\"none\">");
          text(answer.key()).append("</span> ");
        });
    html.append("</p></section>");
  }

  private StringBuilder text(String text) {
    return html.append(
        text.replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&quot;"));
  }

  private static String style() throws IOException {
    try (InputStream css = GatherPage.class.getResourceAsStream("page.css")) {
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
