package org.penstock.countrydata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.penstock.artifact.LocalArtifactStore;
import org.penstock.countrydata.StandInVendor.Act;
import org.penstock.countrydata.StandInVendor.Behaviour;
import org.penstock.gather.Brake;
import org.penstock.gathering.GatherMain;
import org.penstock.step.Step;
import org.penstock.step.StepMain;
import org.penstock.upload.UploadMain;

/** What breaks, and what the person sees. The steps run as they do on a cluster, over HTTP. */
class VendorTroubleTest {

  // Friday, 11:15 in Amsterdam.
  private static final Instant NOW = Instant.parse("2026-03-20T10:15:00Z");
  private static final String GATHER =
      "{vendor: \"%s\", path: \"/countries/{key}\", timeout: %s,"
          + " attempts: 2, backoff: {first: 1ms, most: 1ms}, max-wait: 100ms}";
  private static final String BUDGET =
      "{zone: Europe/Amsterdam, hour: 20, day: 20, month: 20, price: 0.01 EUR, money-month: 9 EUR,"
          + " office-hours: {}}";

  @TempDir private Path directory;
  private Path store;
  private final List<String> asked = new ArrayList<>();
  private final List<String> uploads = new ArrayList<>();
  private String budget = BUDGET;

  /** Longer than any answer takes, also on a machine that is busy. */
  private String timeout = "3s";

  private Instant now = NOW;
  private String airports = "id,ident,iso_country\n1,a,AD\n2,b,BE\n3,c,NA\n4,d,CI\n5,e,HM\n";

  @BeforeEach
  void open() {
    store = directory.resolve("store");
  }

  /** How a step ended: its exit code, what it said, its outputs. */
  private record End(int code, String said, Map<String, String> outputs) {

    String of(String output) {
      return outputs.get(output);
    }
  }

  static Stream<Arguments> troubles() {
    return Stream.of(
        Arguments.of("404", new Act.Status(404, Optional.empty()), "true", "complete", 1, ""),
        Arguments.of(
            "429 for a while",
            new Act.Status(429, Optional.of("120")),
            "false",
            "paused",
            1,
            "2026-03-20T10:17:00Z"),
        Arguments.of(
            "429 until a date",
            new Act.Status(429, Optional.of("Fri, 20 Mar 2026 11:15:00 GMT")),
            "false",
            "paused",
            1,
            "2026-03-20T11:15:00Z"),
        Arguments.of("500", status(500), "false", "vendor", 2, NOW.toString()),
        Arguments.of("503", status(503), "false", "vendor", 2, NOW.toString()),
        Arguments.of("garbage", new Act.Body("<html>"), "false", "vendor", 2, NOW.toString()),
        Arguments.of("nothing", new Act.Body(""), "false", "vendor", 2, NOW.toString()),
        Arguments.of("a list", new Act.Body("[]"), "false", "vendor", 2, NOW.toString()),
        Arguments.of("no code", new Act.Body("{}"), "false", "vendor", 2, NOW.toString()),
        Arguments.of("another code", new Act.Mistake("AD"), "false", "vendor", 2, NOW.toString()),
        Arguments.of("half an answer", new Act.Half(), "false", "vendor", 2, NOW.toString()),
        Arguments.of(
            "half, then silence", new Act.HalfAndSilence(), "false", "vendor", 2, NOW.toString()),
        Arguments.of("silence", new Act.Silence(), "false", "vendor", 2, NOW.toString()));
  }

  /**
   * Belgium is in trouble, and nobody else is: the others are gathered, and nothing is asked twice.
   */
  @ParameterizedTest(name = "{0}")
  @MethodSource("troubles")
  void ofOneKeyLeavesTheOthersAlone(
      String name, Act act, String complete, String ending, int calls, String next)
      throws Exception {
    endSoon(act);
    End end = gather((_, key) -> key.equals("BE") ? act : new Act.Reply());

    assertEquals(0, end.code(), end.said());
    assertEquals(complete, end.of("complete"));
    assertEquals(ending, end.of("ending"));
    assertEquals(next, end.of("next"));
    assertEquals(calls, asked.stream().filter("BE"::equals).count());
    // What is well again is asked only for what is not answered.
    if (!ending.equals("paused")) {
      asked.clear();
      End well = gather(Behaviour.always(new Act.Reply()));
      assertEquals("true", well.of("complete"), well.said());
      assertEquals(ending.equals("complete") ? List.of() : List.of("BE"), asked);
    }
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        Arguments.of(status(401), 78, "127.0.0.1 answered 401 for 'AD', which no further call"),
        Arguments.of(status(403), 78, "127.0.0.1 answered 403 for 'AD', which no further call"),
        Arguments.of(status(302), 78, "127.0.0.1 answered 302 for 'AD', which no further call"),
        Arguments.of(status(500), 75, "answered none of 6 calls: 127.0.0.1 answered 500"),
        Arguments.of(new Act.Silence(), 75, "answered none of 6 calls: no whole answer within 400"),
        Arguments.of(new Act.Half(), 75, "answered none of 6 calls: the connection failed"),
        Arguments.of(
            new Act.Body("<html>"), 75, "answered none of 6 calls: the answer is none: Not valid"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusals")
  void ofAllKeysEndsTheStep(Act act, int code, String said) throws Exception {
    endSoon(act);
    End end = gather(Behaviour.always(act));

    assertEquals(code, end.code(), end.said());
    assertTrue(end.said().contains(said), end.said());
  }

  /** Nobody waits long for a vendor of whom it is known that nothing comes. */
  private void endSoon(Act act) {
    if (act instanceof Act.Silence || act instanceof Act.HalfAndSilence) {
      timeout = "400ms";
    }
  }

  @Test
  void namibiaIsAskedAndTheMissingAreToldApart() throws Exception {
    End end = gather(Behaviour.always(new Act.Reply()));

    assertEquals(List.of("AD", "BE", "CI", "HM", "NA"), asked);
    assertEquals("3", end.of("answered"));
    assertEquals(
        "5 of 5 keys are answered; missing: CI (Côte d'Ivoire), and 1 that need not be known.",
        end.of("verdict"));
  }

  @Test
  void aPauseIsRememberedByTheNextRun() throws Exception {
    gather(Behaviour.always(new Act.Status(429, Optional.of("3600"))));
    asked.clear();
    now = NOW.plusSeconds(3590);

    End early = gather(Behaviour.always(new Act.Reply()));
    assertEquals("paused", early.of("ending"));
    assertEquals(List.of(), asked);

    now = NOW.plusSeconds(3600);
    assertEquals("true", gather(Behaviour.always(new Act.Reply())).of("complete"));
  }

  @Test
  void anExhaustedBudgetIsAResultThatSaysWhenToComeAgain() throws Exception {
    budget = BUDGET.replace("hour: 20", "hour: 2");

    End end = gather(Behaviour.always(new Act.Reply()));

    assertEquals(0, end.code());
    assertEquals("false", end.of("complete"));
    assertEquals("hour", end.of("ending"));
    assertEquals("2026-03-20T11:00:00Z", end.of("next"));
    assertEquals("0", end.of("calls-left"));
    assertEquals(
        "2 of 5 keys are answered, nothing is missing. Not complete: the calls of this hour are"
            + " used up; come again on Friday 20 March 12:00.",
        end.of("verdict"));
    now = Instant.parse("2026-03-20T11:00:00Z");
    gather(Behaviour.always(new Act.Reply()));
    assertEquals(List.of("AD", "BE", "CI", "HM"), asked);
  }

  @Test
  void nothingIsAskedWhenNobodyIsInTheOfficeUnlessForced() throws Exception {
    now = Instant.parse("2026-03-21T10:15:00Z");

    End saturday = gather(Behaviour.always(new Act.Reply()));

    assertEquals("office", saturday.of("ending"));
    assertEquals("2026-03-23T08:00:00Z", saturday.of("next"));
    assertEquals(List.of(), asked);
    End forced = gather(Behaviour.always(new Act.Reply()), "--despite-office-hours=true");
    assertEquals("true", forced.of("complete"), forced.said());
  }

  @Test
  void theBrakeStopsWithinOneCall() throws Exception {
    Brake brake = new Brake(new LocalArtifactStore(store), "country-data");

    End stopped =
        gather((number, _) -> {
          if (number == 2) {
            pull(brake, true);
          }
          return new Act.Reply();
        });

    assertEquals("stopped", stopped.of("ending"));
    assertEquals("", stopped.of("next"));
    assertEquals(List.of("AD", "BE"), asked);
    pull(brake, false);
    assertEquals("true", gather(Behaviour.always(new Act.Reply())).of("complete"));
  }

  @Test
  void aDamagedBudgetMakesNoCall() throws Exception {
    gather(Behaviour.always(new Act.Reply()));
    asked.clear();
    Path call = store.resolve("gather/country-data/127.0.0.1/calls/2026-03/000005.json");
    Files.writeString(call, "{\"format-version\":1,\"num");
    airports += "6,f,DE\n";

    End end = gather(Behaviour.always(new Act.Reply()));

    assertEquals(66, end.code());
    assertTrue(
        end.said()
            .contains(
                "gather: The call budget cannot be read, so no call is made;"
                    + " gather/country-data/127.0.0.1/calls/2026-03/000005.json: "),
        end.said());
    assertEquals(List.of(), asked);
  }

  static Stream<Arguments> badFiles() {
    return Stream.of(
        Arguments.of("id,ident,iso_country\n", 65, "airports.csv has a header and no rows"),
        Arguments.of("id,ident\n1,a\n", 65, "iso_country"),
        Arguments.of("", 65, "airports.csv"),
        Arguments.of("id,ident,iso_country\n1,a,\n", 65, "1 of 1 rows of airports.csv break"),
        Arguments.of(
            "id,ident,iso_country\n1,a,../B\n", 65, "mentions [../B], which cannot be asked for"),
        Arguments.of("id,ident,iso_country\n1,a,na\n", 65, "mentions [na], which cannot be asked"),
        Arguments.of("id,ident,iso_country\n1,a,Namibia\n", 65, "expected [A-Z]{2}"));
  }

  @ParameterizedTest
  @MethodSource("badFiles")
  void ofTheSourceIsToldBeforeAnythingIsAsked(String csv, int code, String said) throws Exception {
    airports = csv;

    End end = gather(Behaviour.always(new Act.Reply()));

    assertEquals(code, end.code(), end.said());
    assertTrue(end.said().contains(said), end.said());
    assertEquals(List.of(), asked);
  }

  @Test
  void aKeyThatNobodyKnowsIsMissingAndNoCountry() throws Exception {
    airports += "6,f,QX\n";

    End end = gather(Behaviour.always(new Act.Reply()));

    assertEquals("true", end.of("complete"));
    assertTrue(end.of("verdict").endsWith("and 2 that need not be known."), end.of("verdict"));
  }

  @Test
  void wrongSettingsAreToldAllAtOnce() throws Exception {
    budget = BUDGET.replace("hour: 20", "hour: 0").replace("0.01 EUR", "a cent");

    End end = gather(Behaviour.always(new Act.Reply()));

    assertEquals(78, end.code());
    assertTrue(end.said().contains("budget.hour: expected at least 1 call, got 0"), end.said());
    assertTrue(end.said().contains("budget.price: expected an amount like 0.01 EUR"), end.said());
  }

  @Test
  void theFileIsHandedInOnceForEachResult() throws Exception {
    String answers = gather(Behaviour.always(new Act.Reply())).of("answers");

    End end = upload(answers, Behaviour.always(new Act.Reply()));
    End again = upload(answers, Behaviour.always(new Act.Reply()));

    assertEquals("true", end.of("uploaded"), end.said());
    assertEquals("1", end.of("calls"));
    assertEquals("true", again.of("uploaded"));
    assertEquals("0", again.of("calls"));
    assertEquals(1, uploads.size());
    String[] lines = uploads.getFirst().split("\r?\n", -1);
    String boundary = lines[1].substring("multipart/form-data; boundary=".length());
    assertEquals(
        List.of(
            "POST /revenues?client=penstock",
            "multipart/form-data; boundary=" + boundary,
            "--" + boundary,
            "Content-Disposition: form-data; name=\"file\"; filename=\"revenues.txt\"",
            "Content-Type: text/plain",
            "",
            "",
            "--" + boundary + "--",
            ""),
        List.of(lines));
  }

  static Stream<Arguments> uploadTroubles() {
    return Stream.of(
        Arguments.of(status(200), 0, ""),
        Arguments.of(status(204), 0, ""),
        Arguments.of(status(404), 78, "127.0.0.1 has no /revenues?client={client}"),
        Arguments.of(status(413), 78, "127.0.0.1 answered 413"),
        Arguments.of(status(500), 75, "The upload failed 2 times: 127.0.0.1 answered 500"),
        Arguments.of(new Act.Silence(), 75, "The upload failed 2 times: no whole answer"));
  }

  @ParameterizedTest
  @MethodSource("uploadTroubles")
  void ofTheUploadIsTold(Act act, int code, String said) throws Exception {
    String answers = "sha256:" + "ab".repeat(32);
    endSoon(act);

    End end = upload(answers, Behaviour.always(act));

    assertEquals(code, end.code(), end.said());
    assertTrue(end.said().contains(said), end.said());
  }

  private void pull(Brake brake, boolean pulled) {
    try {
      brake.move(new Brake.Move(pulled, "alice", "too dear", NOW));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Act status(int status) {
    return new Act.Status(status, Optional.empty());
  }

  private End gather(Behaviour behaviour, String... flags) throws Exception {
    Files.writeString(directory.resolve("airports.csv"), airports);
    Files.writeString(
        directory.resolve("countries.csv"), "id,code,name\n1,CI,Côte d'Ivoire\n2,NA,Namibia\n");
    List<String> all = new ArrayList<>(List.of(flags));
    all.add("--source=" + directory.resolve("airports.csv"));
    return run(behaviour, GatherMain.step(), all);
  }

  private End upload(String answers, Behaviour behaviour) throws Exception {
    return run(behaviour, UploadMain.step(), List.of("--answers=" + answers));
  }

  private End run(Behaviour behaviour, Step<?> step, List<String> flags) throws Exception {
    SortedMap<String, Map<String, Object>> known = Recording.ofAtlas();
    try (StandInVendor vendor = StandInVendor.start(0, known, behaviour)) {
      String yaml =
          """
          name: country-data
          title: Countries
          gather: %s
          budget: %s
          upload: {path: "/revenues?client={client}", client: penstock, file: revenues.txt}
          """
              .formatted(GATHER.formatted(vendor.address(), timeout), budget);
      List<String> all = new ArrayList<>(flags);
      all.add("--project=country-data");
      all.add("--config=" + new LocalArtifactStore(store).put(yaml.getBytes(UTF_8)));
      all.add("--store=" + store);
      Path outputs = Files.createTempDirectory(directory, "outputs");
      all.add("--outputs=" + outputs);
      ByteArrayOutputStream said = new ByteArrayOutputStream();
      PrintStream out = new PrintStream(said, true, UTF_8);
      int code =
          new StepMain(Map.of(), out, out, Clock.fixed(now, ZoneOffset.UTC)).run(step, all).code();
      // Later than anybody's claim to be asking lasts.
      now = now.plusSeconds(10);
      asked.addAll(vendor.asked().stream().filter(key -> !key.startsWith("/")).toList());
      uploads.addAll(vendor.uploads());
      return new End(code, said.toString(UTF_8), read(outputs));
    }
  }

  private static Map<String, String> read(Path outputs) throws IOException {
    Map<String, String> values = new TreeMap<>();
    try (Stream<Path> files = Files.list(outputs)) {
      for (Path file : files.toList()) {
        values.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return values;
  }
}
