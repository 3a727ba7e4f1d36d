package org.penstock.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penstock.step.ExitCode;
import org.penstock.step.StepFailure;

final class KubernetesServersTest {

  private static final String PATH =
      "/apis/apps/v1/namespaces/penstock-serving/deployments/credit-risk";

  private FakeApiServer cluster;
  private Api api;
  private Servers servers;

  @BeforeEach
  void start() throws IOException {
    cluster = new FakeApiServer();
    api = cluster.api();
    servers = new KubernetesServers(api, new ServingName("penstock-serving", "credit-risk"));
  }

  @AfterEach
  void stop() {
    api.close();
    cluster.close();
  }

  @ParameterizedTest
  @CsvSource({
    // observed generation, updated, available, all
    "7, 2, 2, 2, true",
    "6, 2, 2, 2, false",
    "7, 1, 2, 2, false",
    "7, 2, 1, 2, false",
    "7, 2, 2, 3, false",
  })
  void hasRolledOutWhenAllPodsAreNewAndAvailable(
      int observed, int updated, int available, int all, boolean expected) throws IOException {
    cluster.when("GET " + PATH, 200, deployment("sha256:a", observed, updated, available, all));

    ServersState state = servers.state();

    assertEquals(expected, state.isRolledOut());
    assertEquals(Optional.of("sha256:a"), state.deployment());
  }

  @Test
  void takesAnEmptyAnnotationForNone() throws IOException {
    cluster.when("GET " + PATH, 200, deployment("", 7, 2, 2, 2));

    assertEquals(Optional.empty(), servers.state().deployment());
  }

  @Test
  void changesNothingButTwoAnnotations() throws IOException {
    String deployment = deployment("sha256:a", 7, 2, 2, 2);
    cluster.when("GET " + PATH, 200, deployment).when("PATCH " + PATH, 200, deployment);

    servers.serve(Optional.of("sha256:b"), Optional.of("sha256:a"));

    assertEquals(List.of("PATCH " + PATH), lines());
    String body = cluster.changes.getFirst().body();
    assertTrue(
        body.contains(
            "\"spec\":{\"template\":{\"metadata\":{\"annotations\":{\"penstock.org/deployment\":\"sha256:b\"}}}}"),
        body);
    assertTrue(
        body.contains(
            "\"metadata\":{\"annotations\":{\"penstock.org/previous-deployment\":\"sha256:a\"}}"),
        body);
  }

  @Test
  void removesAnnotationsByNull() throws IOException {
    String deployment = deployment("sha256:a", 7, 2, 2, 2);
    cluster.when("GET " + PATH, 200, deployment).when("PATCH " + PATH, 200, deployment);

    servers.serve(Optional.empty(), Optional.empty());

    String body = cluster.changes.getFirst().body();
    assertTrue(body.contains("{\"penstock.org/deployment\":null}"), body);
    assertTrue(body.contains("{\"penstock.org/previous-deployment\":null}"), body);
  }

  @Test
  void doesNotTakeWhatWasSaidOfEarlierPodsForGivingUp() throws IOException {
    cluster.when(
        "GET " + PATH,
        200,
        """
        {"metadata":{"generation":8},"spec":{"replicas":2},"status":{"observedGeneration":7,
         "conditions":[{"type":"Progressing","status":"False","reason":"ProgressDeadlineExceeded",
         "message":"ReplicaSet credit-risk-1 has timed out progressing."}]}}\
        """);

    assertEquals(Optional.empty(), servers.state().stuck());
  }

  @Test
  void saysWhyTheClusterHasGivenUp() throws IOException {
    cluster.when(
        "GET " + PATH,
        200,
        """
        {"metadata":{"generation":7},"spec":{"replicas":2},"status":{"observedGeneration":7,
         "conditions":[{"type":"Progressing","status":"False","reason":"ProgressDeadlineExceeded",
         "message":"ReplicaSet credit-risk-1 has timed out progressing."}]}}\
        """);

    ServersState state = servers.state();

    assertEquals(Optional.of("ReplicaSet credit-risk-1 has timed out progressing."), state.stuck());
    assertFalse(state.isRolledOut());
  }

  @Test
  void namesTheCommandThatInstallsThemWhenThereAreNone() {
    StepFailure failure = assertThrows(StepFailure.class, servers::state);

    assertEquals(ExitCode.INPUT, failure.exitCode());
    assertEquals(
        "There is no Deployment 'credit-risk' in the namespace 'penstock-serving' that could serve: install it with helm install credit-risk helm/penstock-serving -n penstock-serving",
        failure.getMessage());
  }

  @Test
  void namesWhoMayNotDoWhat() {
    String deployment = deployment("sha256:a", 7, 2, 2, 2);
    cluster
        .when("GET " + PATH, 200, deployment)
        .refuse(
            "PATCH " + PATH,
            403,
            "Forbidden",
            "deployments.apps \"credit-risk\" is forbidden: User \"system:serviceaccount:penstock:penstock-deploy\" cannot patch resource \"deployments\" in API group \"apps\" in the namespace \"penstock-serving\"");

    StepFailure failure =
        assertThrows(StepFailure.class, () -> servers.serve(Optional.empty(), Optional.empty()));

    assertEquals(ExitCode.CONFIG, failure.exitCode());
    assertEquals(
        "'system:serviceaccount:penstock:penstock-deploy' may not patch deployments.apps 'credit-risk' in the namespace 'penstock-serving': a Role has to allow it, see docs/cluster.md",
        failure.getMessage());
  }

  @Test
  void saysThatCredentialsHaveExpired() {
    cluster.refuse("GET " + PATH, 401, "Unauthorized", "Unauthorized");

    StepFailure failure = assertThrows(StepFailure.class, servers::state);

    assertEquals(ExitCode.CONFIG, failure.exitCode());
    assertEquals(
        "The API server %s/ does not know who asks: the credentials of this pod are wrong or have expired"
            .formatted(cluster.url()),
        failure.getMessage());
  }

  @Test
  void isWorthATryAgainWhenTheServerIsNotItself() {
    cluster.refuse("GET " + PATH, 503, "ServiceUnavailable", "etcdserver: leader changed");

    IOException failure = assertThrows(IOException.class, servers::state);

    assertEquals(
        "The API server %s/ did not answer when asked to get Deployment 'credit-risk' in the namespace 'penstock-serving': etcdserver: leader changed"
            .formatted(cluster.url()),
        failure.getMessage());
  }

  @Test
  void saysThatNobodyListens() {
    cluster.close();

    IOException failure = assertThrows(IOException.class, servers::state);

    assertTrue(
        failure
            .getMessage()
            .startsWith("The API server %s/ did not answer".formatted(cluster.url())),
        failure.getMessage());
    assertEquals(ExitCode.TEMPORARY, ExitCode.of(failure));
  }

  @Test
  void tellsWhyPodsAreNotReady() {
    cluster
        .when("GET " + PATH, 200, deployment("sha256:a", 7, 2, 2, 2))
        .when(
            "GET /api/v1/namespaces/penstock-serving/pods",
            200,
            """
            {"kind":"PodList","apiVersion":"v1","metadata":{},"items":[
             {"metadata":{"name":"credit-risk-1"},"status":{"containerStatuses":[{"ready":false,
              "state":{"waiting":{"reason":"CrashLoopBackOff"}},
              "lastState":{"terminated":{"exitCode":78,"message":"Nobody has approved it.\\n"}}}]}}]}\
            """);

    assertEquals(
        List.of("The pod credit-risk-1 ended with exit code 78: Nobody has approved it."),
        servers.troubles());
  }

  private List<String> lines() {
    return cluster.changes.stream().map(FakeApiServer.Request::line).toList();
  }

  private static String deployment(
      String annotation, int observed, int updated, int available, int all) {
    return """
    {"apiVersion":"apps/v1","kind":"Deployment",
     "metadata":{"name":"credit-risk","generation":7},
     "spec":{"replicas":2,"selector":{"matchLabels":{"app":"credit-risk"}},
      "template":{"metadata":{"annotations":{"penstock.org/deployment":"%s"}}}},
     "status":{"observedGeneration":%d,"updatedReplicas":%d,"availableReplicas":%d,"replicas":%d}}\
    """
        .formatted(annotation, observed, updated, available, all);
  }
}
