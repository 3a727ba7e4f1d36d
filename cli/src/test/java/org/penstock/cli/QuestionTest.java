package org.penstock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class QuestionTest {

  @Test
  void stripsTheAnswer() {
    assertEquals(Optional.of("yes"), Question.ask(() -> " yes "));
  }

  @Test
  void hasNoAnswerFromATerminalThatWasClosed() {
    assertEquals(Optional.empty(), Question.ask(() -> null));
  }

  @Test
  @Timeout(20)
  void doesNotWaitForAnAnswerWhenInterrupted() {
    CountDownLatch never = new CountDownLatch(1);
    Thread.currentThread().interrupt();

    Optional<String> answer =
        Question.ask(() -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return "late";
        });

    assertTrue(Thread.interrupted());
    assertEquals(Optional.empty(), answer);
  }
}
