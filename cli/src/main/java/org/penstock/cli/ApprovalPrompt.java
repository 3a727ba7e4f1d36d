package org.penstock.cli;

import static java.util.Objects.requireNonNull;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.penstock.approval.SignedApproval;
import org.penstock.artifact.ArtifactStore;
import org.penstock.step.ExitCode;
import org.penstock.step.StepFailure;
import org.penstock.workflow.RunState;

/**
 * Who answers when a run waits for a person: whom the command line names, the author of a run on
 * generated rows, or whoever sits at the terminal. Nobody else: then the run waits.
 */
final class ApprovalPrompt {

  private static final String USER = System.getProperty("user.name");

  private final ApprovalDesk desk;
  private final ArtifactStore store;
  private final Optional<String> approver;
  private final Optional<String> reason;
  private final boolean despitePolicy;
  private final boolean sample;

  /**
   * @param approver whom the command line names, or null
   * @param reason what it says, or null
   * @param sample the rows are generated, so nothing real depends on the answer
   */
  ApprovalPrompt(
      ApprovalDesk desk,
      ArtifactStore store,
      String approver,
      String reason,
      boolean despitePolicy,
      boolean sample) {
    this.desk = requireNonNull(desk, "desk");
    this.store = requireNonNull(store, "store");
    this.approver = Optional.ofNullable(approver);
    this.reason = Optional.ofNullable(reason);
    this.despitePolicy = despitePolicy;
    this.sample = sample;
  }

  /**
   * Checks the flags before anything runs.
   *
   * @throws StepFailure if the policy is to be overruled without a name or a reason
   */
  void check() {
    List<String> problems = new ArrayList<>();
    if (despitePolicy && approver.isEmpty()) {
      problems.add("--despite-policy needs --approve-as: a person overrules the policy");
    }
    if (despitePolicy && reason.isEmpty()) {
      problems.add("--despite-policy needs a --reason, which is recorded");
    }
    if (!problems.isEmpty()) {
      throw new StepFailure(ExitCode.CONFIG, problems);
    }
  }

  /** Returns the outputs of the node that waits, or empty if it must wait on. */
  Optional<Map<String, String>> answer(RunState run) throws IOException {
    Optional<SignedApproval> standing = desk.standing(run);
    if (standing.isPresent()) {
      return standing.map(ApprovalDesk::answer);
    }
    if (approver.isPresent()) {
      return approved(run, approver.get(), reason.orElse("approved with --approve-as"));
    }
    if (sample) {
      return approved(run, USER, "a run on generated rows");
    }
    Console console = System.console();
    return console != null && console.isTerminal() ? asked(run, console) : Optional.empty();
  }

  private Optional<Map<String, String>> approved(RunState run, String name, String why)
      throws IOException {
    return Optional.of(
        ApprovalDesk.answer(
            desk.approve(run, new ApprovalDesk.Statement(name, why, true, despitePolicy))));
  }

  private Optional<Map<String, String>> asked(RunState run, Console console) throws IOException {
    Optional<Path> report = new RunReport(store).write(run);
    report.ifPresent(file -> console.printf("%n  The report is in %s%n", file));
    String answer = line(console, "  Approve this model? [y]es, [n]o, [l]ater: ");
    return switch (answer.isEmpty() ? 'l' : Character.toLowerCase(answer.charAt(0))) {
      case 'y' -> Optional.of(ApprovalDesk.answer(desk.approve(run, statement(console))));
      case 'n' -> Optional.of(ApprovalDesk.answer(desk.reject(run, statement(console))));
      default -> Optional.empty();
    };
  }

  private ApprovalDesk.Statement statement(Console console) {
    String name = line(console, "  Your name [%s]: ".formatted(USER));
    String why = "";
    while (why.isBlank()) {
      why = line(console, "  Reason, one line: ");
    }
    return new ApprovalDesk.Statement(name.isBlank() ? USER : name, why, true, despitePolicy);
  }

  private static String line(Console console, String question) {
    String answer = console.readLine("%s", question);
    if (answer == null) {
      throw new StepFailure(ExitCode.CONFIG, "The terminal was closed before an answer", null);
    }
    return answer.strip();
  }
}
