package org.penstock.step;

import java.util.List;
import java.util.Map;

/**
 * Is told how a run ended. It uses no store, which may be why the run failed, and reads no
 * settings.
 *
 * @param <C> its own flags, and all there are
 */
public non-sealed interface ExitHandler<C extends Record> extends Program<C> {

  /**
   * Passes on how the run ended. What keeps it from doing so is a line of its report and no
   * exception, since it does not undo the run.
   *
   * @param environment variables of the process
   * @return what is to be said, one line each
   */
  List<String> handle(C flags, Map<String, String> environment) throws InterruptedException;
}
