package org.penstock.checks;

import groovy.lang.Closure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One stage of a Jenkinsfile as it is written, or the pipeline around all of them. */
final class JenkinsStage {

  final String name;
  final List<JenkinsStage> stages = new ArrayList<>();
  final List<String> options = new ArrayList<>();
  final Map<String, String> when = new LinkedHashMap<>();
  final Map<String, Closure<?>> post = new LinkedHashMap<>();

  boolean agent;
  boolean beforeInput;
  Optional<Closure<?>> environment = Optional.empty();
  Optional<Closure<?>> steps = Optional.empty();
  Optional<Input> input = Optional.empty();

  JenkinsStage(String name) {
    this.name = name;
  }

  /** What a person is asked, and who may answer. */
  static final class Input {

    final Map<String, String> texts = new LinkedHashMap<>();

    /** The choices of each parameter; none where anything may be typed. */
    final Map<String, List<String>> parameters = new LinkedHashMap<>();
  }
}
