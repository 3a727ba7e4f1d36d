package org.penstock.gather;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;

/**
 * A vendor who answers {@code GET}.
 *
 * @param calls makes the calls
 * @param address where the vendor is
 * @param path with {@code {key}} in place of what is asked
 */
public record HttpVendor(HttpCalls calls, URI address, String path) implements Vendor {

  public HttpVendor {
    requireNonNull(calls, "calls");
    requireNonNull(address, "address");
    requireNonNull(path, "path");
  }

  @Override
  public Reply ask(String key) throws InterruptedException {
    String filled = path.replace("{key}", URLEncoder.encode(key, StandardCharsets.UTF_8));
    return calls.call(
        HttpRequest.newBuilder(HttpCalls.below(address, filled))
            .header("Accept", "application/json")
            .build());
  }
}
