package org.penstock.cli;

import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;

/** A process with a project on its class path: runs a test of it, and then a command. */
final class NewProject {

  private NewProject() {}

  /** The name of the test, and what is typed after {@code penstock}. */
  public static void main(String[] args) throws Exception {
    Class<?> test = Class.forName(args[0]);
    var constructor = test.getDeclaredConstructor();
    constructor.setAccessible(true);
    int passed = 0;
    for (Method method : test.getDeclaredMethods()) {
      if (method.isAnnotationPresent(Test.class)) {
        method.setAccessible(true);
        method.invoke(constructor.newInstance());
        passed++;
      }
    }
    System.out.println(passed + " test passed");
    String[] command = new String[args.length - 1];
    System.arraycopy(args, 1, command, 0, command.length);
    PenstockMain.main(command);
  }
}
