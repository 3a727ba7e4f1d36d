package org.penstock.notify;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.penstock.artifact.CanonicalJson;

/**
 * How a run ended.
 *
 * @param config the run
 * @param ending how it ended
 */
record NotifyReport(NotifyConfig config, Ending ending) {

  NotifyReport {
    requireNonNull(config, "config");
    requireNonNull(ending, "ending");
  }

  /** Returns the one line that says it all. */
  String line() {
    List<String> parts = new ArrayList<>();
    parts.add("%s %s".formatted(config.run(), ending.status()));
    config.author().ifPresent(author -> parts.add("started by " + author));
    ending.failures().forEach(failure -> parts.add(failure.text()));
    link().ifPresent(parts::add);
    return String.join("; ", parts);
  }

  private Optional<String> link() {
    return config.link().map(page -> page + (page.endsWith("/") ? "" : "/") + config.run());
  }

  /**
   * Returns the document that is posted. {@code text} is what chats show of it: Slack, Mattermost
   * and others read that key and no other.
   */
  byte[] json() {
    Map<String, Object> tree = new TreeMap<>();
    tree.put("project", config.project());
    tree.put("run", config.run());
    tree.put("status", ending.status());
    tree.put(
        "failures",
        ending.failures().stream()
            .map(failure -> Map.of("node", failure.node(), "message", failure.message()))
            .toList());
    config.author().ifPresent(author -> tree.put("author", author));
    config.store().ifPresent(store -> tree.put("store", store));
    link().ifPresent(link -> tree.put("link", link));
    tree.put("text", line());
    return CanonicalJson.write(tree);
  }
}
