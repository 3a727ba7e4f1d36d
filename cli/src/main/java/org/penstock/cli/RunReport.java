package org.penstock.cli;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.penstock.approval.ApprovalLog;
import org.penstock.approval.ApprovalRecord;
import org.penstock.approval.SignedApproval;
import org.penstock.artifact.ArtifactStore;
import org.penstock.artifact.Sha256;
import org.penstock.workflow.RunState;

/**
 * The report of a run as a file on this machine: the artifact that evaluate wrote, with what people
 * said of it since filled in at its marks.
 */
final class RunReport {

  private static final String BEGIN = "<!-- approval -->";
  private static final String END = "<!-- /approval -->";

  private final ArtifactStore store;

  RunReport(ArtifactStore store) {
    this.store = requireNonNull(store, "store");
  }

  /** Writes the report of {@code run}, if it has come so far, and returns the file. */
  Optional<Path> write(RunState run) throws IOException {
    Optional<Sha256> artifact = new RunOutputs(run).artifact("report");
    if (artifact.isEmpty()) {
      return Optional.empty();
    }

    String page = Files.readString(store.fetch(artifact.get()), StandardCharsets.UTF_8);
    Path file = LocalRun.directory(run.name()).resolve("report.html");
    Files.createDirectories(file.getParent());
    Files.writeString(file, filled(page, words(run)));
    return Optional.of(file);
  }

  private static String filled(String page, String words) {
    int begin = page.indexOf(BEGIN);
    int end = page.indexOf(END);
    return begin < 0 || end < begin || words.isEmpty()
        ? page
        : page.substring(0, begin + BEGIN.length()) + words + page.substring(end);
  }

  /** Returns a paragraph for each thing that was said of this run, in the order it was said. */
  private String words(RunState run) throws IOException {
    String project = run.parameters().getOrDefault("project", "");
    StringBuilder words = new StringBuilder();
    for (SignedApproval entry : new ApprovalLog(store, project).read().entries()) {
      if (entry.record().run().equals(run.name())) {
        words.append("<p>").append(escaped(sentence(entry.record()))).append("</p>\n");
      }
    }
    return words.toString();
  }

  private static String sentence(ApprovalRecord record) {
    return "%s by %s at %s%s%s: “%s”"
        .formatted(
            switch (record.verdict()) {
              case APPROVED -> "Approved";
              case REJECTED -> "Rejected";
            },
            record.approver().name(),
            record.at(),
            record.selfApproved() ? ", by the author of the run (self-approved)" : "",
            record.despitePolicy()
                ? ", despite the policy, which says: " + String.join("; ", record.policyReasons())
                : "",
            record.reason());
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
