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
    text(config.title()).append("</h1><p class=\"lede\">");
    text(lede(vendor)).append("</p><p class=\"verdict ");
    html.append(gathered.complete() ? "good" : "open").append("\">");
    text(verdict.sentence()).append("</p></header><main>");
    budget(gathered.usage());
    missing();
    failed();
    answers();
    return html.append("</main></body></html>\n").toString();
  }

  /** Says what was tried, what came of it, and what it cost. */
  private String lede(VendorAddress vendor) {
    long known = gathered.answers().values().stream().filter(it -> it.body().isPresent()).count();
    int keys = gathered.answers().size() + gathered.failed().size() + gathered.open().size();
    return String.format(
        Locale.ROOT,
        "Each of the %,d keys that the rows name is asked of %s, once. It knows %,d of those it answered and does not know %,d."
            + " This run made %,d calls; all calls of the month cost %s, and the budget ends at %s.",
        keys,
        vendor.isStandIn() ? "a stand-in on this machine" : vendor.uri(),
        known,
        gathered.answers().size() - known,
        gathered.calls(),
        gathered.usage().spent(),
        gathered.usage().budget().moneyMonth());
  }

  private void budget(Usage usage) {
    html.append("<section><h2>Budget</h2><table class=\"meters\">");
    html.append("<caption>What is used of it, this run included</caption>");
    heads("Limit", "Used", "");
    meter("This hour", usage.hour(), usage.budget().hour(), "calls");
    meter("This day", usage.day(), usage.budget().day(), "calls");
    meter("This month", usage.month(), usage.budget().month(), "calls");
    Money cap = usage.budget().moneyMonth();
    row("Money this month", usage.spent().micros(), cap.micros(), usage.spent() + " of " + cap);
    html.append("</table></section>");
  }

  private void meter(String name, long used, long limit, String unit) {
    row(name, used, limit, String.format(Locale.ROOT, "%,d of %,d %s", used, limit, unit));
  }

  private void row(String name, long used, long limit, String words) {
    double share = limit == 0 ? 0 : Math.min(1.0, (double) used / limit);
    html.append("<tr><th scope=\"row\">").append(name);
    html.append("</th><td><div class=\"meter\" aria-hidden=\"true\"><div ");
    html.append(share > 0.9 ? "class=\"full\" " : "");
    html.append(String.format(Locale.ROOT, "style=\"width:%.1f%%\"", 100 * share));
    html.append("></div></div></td><td>");
    text(words).append("</td></tr>");
  }

  /** Heads of columns; one without a name is that of a drawing or a number told by the others. */
  private void heads(String... names) {
    html.append("<thead><tr>");
    for (String name : names) {
      html.append("<th scope=\"col\">").append(name).append("</th>");
    }
    html.append("</tr></thead>");
  }

  private void missing() {
    html.append("<section><h2>Missing</h2>");
    if (missing.isEmpty()) {
      html.append("<p>The vendor knows everything that was asked.</p></section>");
      return;
    }

    html.append(
        "<p class=\"fine\">What is marked should be known, and is not; the others need not");
    html.append(" be known.</p><div class=\"scroll\"><table>");
    html.append("<caption>Keys that the vendor does not know</caption>");
    heads("Key", "Name", "What it is", "Rows");
    for (Missing it : missing) {
      html.append(it.expected() ? "<tr class=\"quiet\">" : "<tr>").append("<th scope=\"row\">");
      text(it.key()).append("</th><td>");
      text(it.name()).append("</td><td>");
      html.append("<span class=\"").append(it.expected() ? "tag" : "tag loud").append("\">");
      text(it.kind()).append("</span></td><td class=\"number\">");
      html.append(rowsOf.getOrDefault(it.key(), 0)).append("</td></tr>");
    }
    html.append("</table></div></section>");
  }

  private void failed() {
    if (gathered.complete()) {
      return;
    }

    html.append("<section><h2>Not answered</h2><table><caption>Keys asked in vain</caption>");
    heads("Key", "Why");
    gathered
        .failed()
        .forEach((key, reason) -> {
          html.append("<tr><th scope=\"row\">");
          text(key).append("</th><td>");
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
    html.append(
        "<section><h2>Answered</h2><p class=\"fine\">Struck out: the answer was that there is no");
    html.append(" such thing.</p><p class=\"keys\">");
    gathered
        .answers()
        .values()
        .forEach(answer -> {
          html.append(answer.body().isPresent() ? "<span>" : "<s>");
          text(answer.key()).append(answer.body().isPresent() ? "</span> " : "</s> ");
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
