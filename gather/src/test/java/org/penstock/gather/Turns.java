package org.penstock.gather;

import java.util.SplittableRandom;
import java.util.concurrent.Semaphore;

/**
 * Lets several threads go on one at a time, in an order that a seed decides, from one operation to
 * the next; and kills some of them there.
 */
final class Turns {

  /** What a killed gatherer sees: it does nothing any more. */
  static final class Kill extends Error {
    private static final long serialVersionUID = 1L;
  }

  private static final int IDLE = 0;
  private static final int WAITS = 1;
  private static final int GONE = 2;

  private final SplittableRandom random;
  private final double kills;
  private final Semaphore[] turns;
  private final int[] states;

  /**
   * @param kills how probable it is that a turn is the last of its gatherer
   */
  Turns(long seed, int gatherers, double kills) {
    this.random = new SplittableRandom(seed);
    this.kills = kills;
    this.turns = new Semaphore[gatherers];
    this.states = new int[gatherers];
    for (int i = 0; i < gatherers; i++) {
      turns[i] = new Semaphore(0);
    }
  }

  /** Waits for a turn; returns when no other thread is between two of its operations. */
  void await(int gatherer) {
    synchronized (this) {
      states[gatherer] = WAITS;
      goOn();
    }
    turns[gatherer].acquireUninterruptibly();
    boolean killed;
    synchronized (this) {
      killed = random.nextDouble() < kills;
    }
    if (killed) {
      throw new Kill();
    }
  }

  /** Tells that a thread has no operations left. */
  synchronized void gone(int gatherer) {
    states[gatherer] = GONE;
    goOn();
  }

  /** Gives one of those who wait their turn, once all of them do. */
  private void goOn() {
    int waiting = 0;
    for (int state : states) {
      if (state == IDLE) {
        return;
      }
      waiting += state == WAITS ? 1 : 0;
    }
    int chosen = waiting == 0 ? -1 : random.nextInt(waiting);
    for (int i = 0; i < states.length && chosen >= 0; i++) {
      if (states[i] == WAITS && chosen-- == 0) {
        states[i] = IDLE;
        turns[i].release();
      }
    }
  }
}
