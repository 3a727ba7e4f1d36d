package org.penstock.checks;

import groovy.lang.Binding;
import groovy.lang.Closure;
import groovy.lang.GroovyObjectSupport;
import groovy.lang.MissingPropertyException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;

/** The variables of a build: what an inner section sets hides the same name further out. */
final class JenkinsEnvironment extends Binding {

  private final Deque<Map<String, String>> scopes = new ArrayDeque<>();

  /** What a step says through {@code env.NAME = …} is seen by all that follows. */
  private final GroovyObjectSupport env =
      new GroovyObjectSupport() {
        @Override
        public void setProperty(String name, Object value) {
          scopes.getLast().put(name, value.toString());
        }
      };

  JenkinsEnvironment(Map<String, String> ofJenkins) {
    enter(ofJenkins);
  }

  void enter(Map<String, String> scope) {
    scopes.push(new TreeMap<>(scope));
  }

  /** Enters what the assignments of {@code section} set. */
  void enter(Closure<?> section) {
    enter(Map.of());
    section.setDelegate(new Assignments(scopes.element()));
    section.setResolveStrategy(Closure.DELEGATE_FIRST);
    section.call();
  }

  int depth() {
    return scopes.size();
  }

  void leaveTo(int depth) {
    while (scopes.size() > depth) {
      scopes.pop();
    }
  }

  Map<String, String> seen() {
    var seen = new TreeMap<String, String>();
    scopes.descendingIterator().forEachRemaining(seen::putAll);
    return seen;
  }

  @Override
  public Object getVariable(String name) {
    if (name.equals("env")) {
      return env;
    }
    return seen().containsKey(name) ? seen().get(name) : super.getVariable(name);
  }

  @Override
  public boolean hasVariable(String name) {
    return name.equals("env") || seen().containsKey(name) || super.hasVariable(name);
  }

  /** Takes {@code NAME = value}; a name that is not set here is looked for outside. */
  private static final class Assignments extends GroovyObjectSupport {

    private final Map<String, String> set;

    Assignments(Map<String, String> set) {
      this.set = set;
    }

    @Override
    public void setProperty(String name, Object value) {
      set.put(name, value.toString());
    }

    @Override
    public Object getProperty(String name) {
      if (!set.containsKey(name)) {
        throw new MissingPropertyException(name, Assignments.class);
      }
      return set.get(name);
    }
  }
}
