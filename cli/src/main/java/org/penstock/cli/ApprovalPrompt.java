package org.penstock.cli;

import static java.util.Objects.requireNonNull;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
    Optional<SignedApproval> standing = desk.standing(JudgedRun.of(run));
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
            desk.approve(
                JudgedRun.of(run), new ApprovalDesk.Statement(name, why, true, despitePolicy))));
  }

  private Optional<Map<String, String>> asked(RunState run, Console console) throws IOException {
    Optional<Path> report = new RunReport(store).write(run);
    report.ifPresent(file -> console.printf("%n  The report is in %s%n", file));
    Optional<String> answer =
        Question.ask(() -> console.readLine("  Approve this model? [y]es, [n]o, [l]ater: "));
    String letter = answer.orElse("").toLowerCase(Locale.ROOT);
    boolean approves = letter.startsWith("y");
    Optional<ApprovalDesk.Statement> said =
        approves || letter.startsWith("n") ? statement(console) : Optional.empty();
    if (said.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        ApprovalDesk.answer(
            approves
                ? desk.approve(JudgedRun.of(run), said.get())
                : desk.reject(JudgedRun.of(run), said.get())));
  }

  /** Returns what the person says, or empty if they went away. */
  private Optional<ApprovalDesk.Statement> statement(Console console) {
    Optional<String> name = Question.ask(() -> console.readLine("  Your name [%s]: ", USER));
    Optional<String> why = name.isEmpty() ? Optional.empty() : Optional.of("");
    while (why.filter(String::isEmpty).isPresent()) {
      why = Question.ask(() -> console.readLine("  Reason, one line: "));
    }
    return why.map(reason ->
        new ApprovalDesk.Statement(
            name.filter(text -> !text.isEmpty()).orElse(USER), reason, true, despitePolicy));
  }
}
