package org.penstock.approval;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.penstock.artifact.ArtifactStore;
import org.penstock.artifact.Document;
import org.penstock.artifact.Sha256;

/**
 * Everything that people said of the models of a project: a chain in which each entry names the
 * digest of the one before.
 *
 * <p>Entries are {@code approvals/<project>/000001.json} and on, created and never replaced; {@code
 * head.json} beside them has their number and the digest of the last, and moves by
 * compare-and-swap. An entry is created before the head moves, so the head may be one behind, never
 * more: a head that was put back is found out. Whoever can delete entries and put the head back can
 * shorten the log unseen; a bucket that keeps versions prevents that.
 */
public final class ApprovalLog {

  private final ArtifactStore store;
  private final String project;
  private final String directory;

  public ApprovalLog(ArtifactStore store, String project) {
    this.store = requireNonNull(store, "store");
    this.project = requireNonNull(project, "project");
    this.directory = "approvals/" + project + "/";
  }

  /** Reads the whole log and verifies the chain, signatures included. */
  public ApprovalChain read() throws IOException {
    while (true) {
      Optional<Document> head = store.read(directory + "head.json");
      List<String> names =
          store.names(directory).stream().filter(name -> !name.endsWith("/head.json")).toList();
      List<Optional<Document>> entries = new ArrayList<>();
      for (int i = 1; i <= names.size(); i++) {
        entries.add(store.read(entryName(i)));
      }

      if (store.read(directory + "head.json").equals(head)) {
        return verified(head, entries);
      }
    }
  }

  /**
   * Adds an entry.
   *
   * @param signer signs a record that names the digest it is given as its previous one; called
   *     again if somebody else adds an entry at the same time
   * @throws BrokenApprovalLogException if the chain is broken
   */
  public SignedApproval append(Function<Optional<Sha256>, SignedApproval> signer)
      throws IOException {
    while (true) {
      List<SignedApproval> entries = unbroken().entries();
      if (!entries.isEmpty()) {
        moveHead(entries.size(), entries.getLast().digest()); // somebody was killed before doing so
      }

      SignedApproval entry =
          signer.apply(
              entries.isEmpty() ? Optional.empty() : Optional.of(entries.getLast().digest()));
      if (store.create(entryName(entries.size() + 1), entry.toBytes())) {
        moveHead(entries.size() + 1, entry.digest());
        return entry;
      }
    }
  }

  private ApprovalChain unbroken() throws IOException {
    ApprovalChain chain = read();
    if (!chain.problems().isEmpty()) {
      throw new BrokenApprovalLogException(project, chain.problems());
    }

    return chain;
  }

  /** Moves the head to {@code length} unless it is there or further. */
  private void moveHead(int length, Sha256 digest) throws IOException {
    byte[] content = new LogHead(length, Optional.of(digest)).toBytes();
    while (true) {
      Optional<Document> document = store.read(directory + "head.json");
      if (LogHead.parse(document).length() >= length) {
        return;
      }

      boolean moved =
          document.isPresent()
              ? store.replace(directory + "head.json", content, document.get().version())
              : store.create(directory + "head.json", content);
      if (moved) {
        return;
      }
    }
  }

  private ApprovalChain verified(Optional<Document> head, List<Optional<Document>> documents) {
    List<SignedApproval> entries = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    Optional<Sha256> previous = Optional.empty();
    List<Sha256> digests = new ArrayList<>();
    for (int i = 0; i < documents.size(); i++) {
      if (documents.get(i).isEmpty()) {
        problems.add("Entry %d of the approval log of %s is missing.".formatted(i + 1, project));
        break;
      }

      byte[] content = documents.get(i).get().content();
      digests.add(Sha256.of(content));
      try {
        SignedApproval entry = SignedApproval.parse(content);
        entries.add(entry);
        judge(entry, i + 1, previous, problems);
      } catch (IllegalArgumentException e) {
        problems.add(
            "Entry %d of the approval log of %s is unreadable: %s."
                .formatted(i + 1, project, e.getMessage()));
      }

      previous = Optional.of(digests.getLast());
    }

    judge(head, digests, problems);
    return new ApprovalChain(entries, problems);
  }

  private void judge(
      SignedApproval entry, int number, Optional<Sha256> previous, List<String> problems) {
    String which = "Entry %d of the approval log of %s".formatted(number, project);
    if (!entry.record().previous().equals(previous)) {
      problems.add(
          "%s follows %s, but the entry before it is %s: the chain is broken."
              .formatted(which, words(entry.record().previous()), words(previous)));
    }

    if (!entry.record().subject().project().equals(project)) {
      problems.add("%s is about %s.".formatted(which, entry.record().subject().project()));
    }

    if (!entry.isGenuine()) {
      problems.add(
          "%s is not signed by the key of %s that it names."
              .formatted(which, entry.record().approver().name()));
    }
  }

  private void judge(Optional<Document> document, List<Sha256> digests, List<String> problems) {
    LogHead head;
    try {
      head = LogHead.parse(document);
    } catch (IllegalArgumentException e) {
      problems.add(e.getMessage() + ".");
      return;
    }

    int count = digests.size();
    if (head.length() != count && head.length() != count - 1) {
      problems.add(
          "The head of the approval log of %s has %d entries, but there are %d: the log was changed."
              .formatted(project, head.length(), count));
      return;
    }

    if (head.length() > 0 && !head.digest().get().equals(digests.get(head.length() - 1))) {
      problems.add(
          "The head of the approval log of %s names %s, but entry %d is %s: the log was changed."
              .formatted(
                  project, head.digest().get(), head.length(), digests.get(head.length() - 1)));
    }
  }

  private static String words(Optional<Sha256> digest) {
    return digest.map(Sha256::toString).orElse("nothing");
  }

  private String entryName(int number) {
    return String.format(Locale.ROOT, "%s%06d.json", directory, number);
  }
}
