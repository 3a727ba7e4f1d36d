package org.penstock.notify;

import java.net.http.HttpClient;
import java.time.Duration;
import org.penstock.step.Program;
import org.penstock.step.StepMain;

/** The exit handler as a process. */
public final class NotifyMain {

  private static final Duration CONNECT = Duration.ofSeconds(5);

  private NotifyMain() {}

  public static void main(String[] args) {
    StepMain.exit(step(), args);
  }

  /** Returns the exit handler. */
  public static Program<?> step() {
    return new NotifyStep(address ->
        new Webhook(
            address, HttpClient.newBuilder().connectTimeout(CONNECT).build(), Thread::sleep));
  }
}
