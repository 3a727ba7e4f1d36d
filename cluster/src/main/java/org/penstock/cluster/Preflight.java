package org.penstock.cluster;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.penstock.row.NearestName;
import org.penstock.step.StepFailure;

/** Finds all at once what would keep a run from succeeding, before it is started. */
public final class Preflight {

  private static final String IMAGE = "image-";

  /** Says that a service account gets its credentials from the cloud, so no secret is needed. */
  private static final List<String> CLOUD_IDENTITIES =
      List.of(
          "eks.amazonaws.com/role-arn",
          "iam.gke.io/gcp-service-account",
          "azure.workload.identity/client-id");

  private final Api api;
  private final String namespace;
  private final List<String> problems = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  Preflight(Api api, String namespace) {
    this.api = requireNonNull(api, "api");
    this.namespace = requireNonNull(namespace, "namespace");
  }

  /**
   * What was found.
   *
   * @param problems each keeps the run from succeeding
   * @param notes what a person should know, or what could not be checked
   * @param parameters of the run as it would be, defaults of the template included
   */
  public record Findings(
      List<String> problems, List<String> notes, Map<String, String> parameters) {

    public Findings {
      problems = List.copyOf(problems);
      notes = List.copyOf(notes);
      parameters = Map.copyOf(parameters);
    }
  }

  /**
   * Checks {@code run}.
   *
   * @param file the WorkflowTemplate of this checkout
   * @param secretKeys what the steps need, given the parameters, in each secret that gives them
   *     their environment; none if the store needs no credentials
   * @throws IOException if the API server does not answer
   */
  public Findings check(
      NewRun run, Path file, Function<Map<String, String>, List<String>> secretKeys)
      throws IOException {
    Optional<Tree> found = api.get(Kind.WORKFLOW_TEMPLATE, namespace, run.template());
    if (found.isEmpty()) {
      problems.add(
          "There is no WorkflowTemplate '%s' in the namespace '%s': kubectl apply -n %s -f %s"
              .formatted(run.template(), namespace, namespace, file));
      return new Findings(problems, notes, run.parameters());
    }

    Tree spec = found.get().at("spec");
    compare(spec, file);
    Map<String, String> parameters = parameters(run, spec);
    checkImages(parameters);
    List<Tree> accounts = accounts(spec);
    boolean cloud =
        accounts.stream()
            .map(account -> account.at("metadata", "annotations"))
            .anyMatch(annotations -> CLOUD_IDENTITIES.stream().anyMatch(annotations::has));
    List<String> keys = secretKeys.apply(parameters);
    if (!keys.isEmpty() && !cloud) {
      checkSecrets(spec, keys);
    }
    return new Findings(problems, notes, parameters);
  }

  private void compare(Tree spec, Path file) throws IOException {
    try (InputStream yaml = Files.newInputStream(file)) {
      Tree ours = Tree.of(Serialization.unmarshal(yaml, Map.class)).at("spec");
      Difference.between(ours.fields(), spec.fields())
          .ifPresent(path ->
              notes.add(
                  "The WorkflowTemplate in the namespace '%s' is not the one of %s: spec%s differs. To take yours: kubectl apply -n %s -f %s"
                      .formatted(namespace, file, path, namespace, file)));
    }
  }

  private Map<String, String> parameters(NewRun run, Tree spec) {
    Map<String, String> values = new TreeMap<>();
    List<Tree> known = spec.list("arguments", "parameters");
    List<String> names = known.stream().map(parameter -> parameter.word("name")).toList();
    run.parameters().keySet().stream()
        .filter(name -> !names.contains(name))
        .forEach(name ->
            problems.add(
                "WorkflowTemplate '%s' has no parameter '%s'%s"
                    .formatted(run.template(), name, NearestName.hint(name, names))));
    for (Tree parameter : known) {
      String name = parameter.word("name");
      Optional<String> value =
          Optional.ofNullable(run.parameters().get(name)).or(() -> parameter.text("value"));
      value.ifPresentOrElse(
          text -> values.put(name, text),
          () -> problems.add("The parameter '%s' needs a value: -p %s=…".formatted(name, name)));
      List<String> allowed = parameter.words("enum");
      value
          .filter(text -> !allowed.isEmpty() && !allowed.contains(text))
          .ifPresent(text ->
              problems.add(
                  "The parameter '%s' is '%s', expected one of %s".formatted(name, text, allowed)));
    }
    return values;
  }

  private void checkImages(Map<String, String> parameters) {
    List<String> unpinned =
        parameters.entrySet().stream()
            .filter(parameter -> parameter.getKey().startsWith(IMAGE))
            .filter(parameter -> !parameter.getValue().matches(".+@sha256:[0-9a-f]{64}"))
            .map(parameter -> "%s (%s)".formatted(parameter.getKey(), parameter.getValue()))
            .toList();
    if (!unpinned.isEmpty()) {
      problems.add(
          "Not pinned by digest: %s. ./penstock images writes images.yaml, which --images takes"
              .formatted(String.join(", ", unpinned)));
    }
  }

  private List<Tree> accounts(Tree spec) throws IOException {
    TreeSet<String> names = new TreeSet<>();
    Stream.of(Stream.of(spec, spec.at("executor")), spec.list("templates").stream())
        .flatMap(places -> places)
        .flatMap(place -> place.text("serviceAccountName").stream())
        .forEach(names::add);
    List<Tree> accounts = new ArrayList<>();
    for (String name : names) {
      Optional<Tree> account = read(Kind.SERVICE_ACCOUNT, name);
      account.ifPresentOrElse(
          accounts::add, () -> missing(Kind.SERVICE_ACCOUNT, name, "kubectl apply -f k8s/"));
    }
    checkToken(spec);
    return accounts;
  }

  /** Without the token of Argo's own container every pod would wait for it, and say nothing. */
  private void checkToken(Tree spec) throws IOException {
    Optional<String> account = spec.at("executor").text("serviceAccountName");
    if (account.isPresent()) {
      String token = account.get() + ".service-account-token";
      if (read(Kind.SECRET, token).isEmpty()) {
        missing(Kind.SECRET, token, "kubectl apply -f k8s/");
      }
    }
  }

  /** Returns it; what may not be seen is noted, and taken to be there. */
  private Optional<Tree> read(Kind kind, String name) throws IOException {
    try {
      return api.get(kind, namespace, name);
    } catch (StepFailure e) {
      notes.add("Not checked: the %s '%s'. %s".formatted(kind.word(), name, e.getMessage()));
      return Optional.of(Tree.of(Map.of("unseen", true)));
    }
  }

  private void missing(Kind kind, String name, String remedy) {
    problems.add(
        "There is no %s '%s' in the namespace '%s': %s"
            .formatted(kind.word(), name, namespace, remedy));
  }

  /** Checks the secrets that every step gets, which reach the store; others need only be there. */
  private void checkSecrets(Tree spec, List<String> keys) throws IOException {
    for (Tree reference : secrets(spec.at("templateDefaults"))) {
      checkSecret(reference.word("name"), keys);
    }
    for (Tree template : spec.list("templates")) {
      for (Tree reference : secrets(template)) {
        if (!Boolean.parseBoolean(reference.word("optional"))) {
          checkSecret(reference.word("name"), List.of());
        }
      }
    }
  }

  private static List<Tree> secrets(Tree template) {
    return template.list("container", "envFrom").stream()
        .filter(source -> source.has("secretRef"))
        .map(source -> source.at("secretRef"))
        .toList();
  }

  private void checkSecret(String name, List<String> keys) throws IOException {
    Optional<Tree> secret = read(Kind.SECRET, name);
    if (secret.isEmpty()) {
      String literals =
          String.join("", keys.stream().map(" --from-literal=%s=…"::formatted).toList());
      missing(
          Kind.SECRET,
          name,
          "kubectl create secret generic %s -n %s%s".formatted(name, namespace, literals));
    } else if (!secret.get().has("unseen")) {
      keys.stream()
          .filter(key -> !secret.get().has("data", key))
          .forEach(key ->
              problems.add(
                  "The Secret '%s' in the namespace '%s' has no key '%s'"
                      .formatted(name, namespace, key)));
    }
  }
}
