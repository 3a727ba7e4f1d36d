package org.penstock.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a command line apart as a shell does, as far as the Jenkinsfile uses one. */
final class ShellWords {

  private static final Pattern WORD =
      Pattern.compile("(?:\"(?:\\$\\([^)]*\\)|[^\"])*\"|[^\\s;\"])+|;");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{?(\\w+)}?");

  private ShellWords() {}

  /**
   * Returns the commands of {@code line} that begin with {@code program}, each as its arguments
   * after it. Variables have their values; the output of a command inside is {@code …}.
   *
   * @throws AssertionError if a variable is not set: a shell would go on with nothing
   */
  static List<List<String>> commands(String program, String line, Map<String, String> environment) {
    var commands = new ArrayList<List<String>>();
    var open = new ArrayList<String>();
    Matcher word = WORD.matcher(line + " ;");
    while (word.find()) {
      if (!word.group().equals(";")) {
        open.add(word.group());
        continue;
      }

      if (!open.isEmpty() && open.getFirst().equals(program)) {
        commands.add(open.stream().skip(1).map(it -> value(it, environment)).toList());
      }
      open.clear();
    }
    return commands;
  }

  private static String value(String word, Map<String, String> environment) {
    String bare = word.replaceAll("\\$\\([^)]*\\)", "…").replace("\"", "");
    return VARIABLE
        .matcher(bare)
        .replaceAll(variable -> {
          String value = environment.get(variable.group(1));
          if (value == null) {
            throw new AssertionError("Nobody sets %s: %s".formatted(variable.group(), word));
          }
          return Matcher.quoteReplacement(value);
        });
  }
}
