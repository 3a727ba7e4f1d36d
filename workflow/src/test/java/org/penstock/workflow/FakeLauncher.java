package org.penstock.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs nothing: plays what was set for a node, and else succeeds at once. */
final class FakeLauncher implements StepLauncher {

  /** What a node does when its turn comes. */
  @FunctionalInterface
  interface Program {
    int run(Invocation invocation) throws IOException, InterruptedException;
  }

  private final Map<String, Program> programs = new HashMap<>();
  private final List<Invocation> invocations = Collections.synchronizedList(new ArrayList<>());

  FakeLauncher with(String node, Program program) {
    programs.put(node, program);
    return this;
  }

  /** Ends a node with these exit codes, one an attempt. */
  FakeLauncher exiting(String node, Integer... codes) {
    return with(node, invocation -> codes[invocation.attempt() - 1]);
  }

  /** Lets a node write an output. */
  FakeLauncher writing(String node, String output, String value) {
    return with(
        node,
        invocation -> {
          Files.writeString(invocation.outputs().resolve(output), value);
          return 0;
        });
  }

  @Override
  public int launch(Invocation invocation) throws IOException, InterruptedException {
    invocations.add(invocation);
    return programs.getOrDefault(invocation.node(), _ -> 0).run(invocation);
  }

  List<String> started() {
    synchronized (invocations) {
      return invocations.stream().map(Invocation::node).toList();
    }
  }

  Invocation last(String node) {
    synchronized (invocations) {
      return invocations.stream()
          .filter(invocation -> invocation.node().equals(node))
          .toList()
          .getLast();
    }
  }
}
