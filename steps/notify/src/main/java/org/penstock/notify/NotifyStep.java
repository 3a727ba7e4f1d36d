package org.penstock.notify;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.penstock.step.ExitHandler;

/**
 * Tells how a run ended: one line in the log, and one request to the address in {@code
 * PENSTOCK_NOTIFY_URL}, if there is one. A chat that is down does not undo a run: that nobody was
 * told is said loudly, and the run ends as it did.
 */
final class NotifyStep implements ExitHandler<NotifyConfig> {

  /** The variable that names the address. It is a secret: whoever knows it may write there. */
  static final String URL = "PENSTOCK_NOTIFY_URL";

  private final Function<URI, Webhook> webhooks;

  NotifyStep(Function<URI, Webhook> webhooks) {
    this.webhooks = requireNonNull(webhooks, "webhooks");
  }

  @Override
  public String name() {
    return "notify";
  }

  @Override
  public Class<NotifyConfig> configType() {
    return NotifyConfig.class;
  }

  @Override
  public List<String> handle(NotifyConfig flags, Map<String, String> environment)
      throws InterruptedException {
    var report = new NotifyReport(flags, Ending.of(flags.status(), flags.failures().orElse("")));
    List<String> said = new ArrayList<>(List.of(report.line()));
    String address = environment.getOrDefault(URL, "").strip();
    if (!address.isEmpty()) {
      tell(address, report).ifPresent(problem -> said.add("NOBODY WAS TOLD: " + problem));
    }
    return said;
  }

  private Optional<String> tell(String address, NotifyReport report) throws InterruptedException {
    Optional<URI> uri = webAddress(address);
    return uri.isPresent()
        ? webhooks.apply(uri.get()).post(report.json())
        : Optional.of(URL + " is no address of a web server, https://HOST/…");
  }

  private static Optional<URI> webAddress(String address) {
    try {
      return Optional.of(URI.create(address))
          .filter(uri -> uri.getHost() != null && uri.toString().matches("https?:.*"));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
