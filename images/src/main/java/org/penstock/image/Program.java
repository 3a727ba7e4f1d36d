package org.penstock.image;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What runs in an image: a jar and its main class. */
enum Program {
  INGEST("penstock-ingest", "org.penstock.ingest.IngestMain", "Reads and checks rows"),
  FEATURES("penstock-features-step", "org.penstock.features.FeaturesMain", "Computes features"),
  TRAIN("penstock-train", "org.penstock.train.TrainMain", "Trains a model"),
  TRAIN_NETWORK("penstock-train", "org.penstock.train.TrainMain", "Trains a model, networks too"),
  EVALUATE("penstock-evaluate", "org.penstock.evaluate.EvaluateMain", "Measures a model"),
  APPROVE("penstock-approve", "org.penstock.approve.ApproveMain", "Applies the approval policy"),
  DEPLOY("penstock-deploy", "org.penstock.deploy.DeployMain", "Deploys an approved model"),
  SCORE("penstock-score", "org.penstock.score.ScoreMain", "Scores rows with the deployed model"),
  GATHER(
      "penstock-gather-step", "org.penstock.gathering.GatherMain", "Asks a vendor within a budget"),
  UPLOAD("penstock-upload", "org.penstock.upload.UploadMain", "Hands a file in with a vendor"),
  NOTIFY("penstock-notify", "org.penstock.notify.NotifyMain", "Tells how a run ended"),
  SERVING("penstock-serving", "org.penstock.serving.ServeMain", "Serves an approved model"),
  S3("penstock-s3", "org.penstock.s3.S3Main", "A small S3 server for trying a cluster out");

  private final String jar;
  private final String main;
  private final String description;

  Program(String jar, String main, String description) {
    this.jar = jar;
    this.main = main;
    this.description = description;
  }

  /** Returns the names of all images. */
  static List<String> names() {
    return Arrays.stream(values()).map(Program::image).toList();
  }

  /** Returns the last part of the name of its image. */
  String image() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns the name of its jar without version and ending. */
  String jar() {
    return jar;
  }

  String main() {
    return main;
  }

  String description() {
    return description;
  }

  /** Whether it knows the projects. */
  boolean hasProjects() {
    return this != S3 && this != NOTIFY;
  }

  /** Returns whose prepared classes its Java maps into memory, if anybody's. */
  Optional<ClassArchive.Kind> archive() {
    if (this == SERVING) {
      return Optional.of(ClassArchive.Kind.SERVING);
    }
    return isStep() ? Optional.of(ClassArchive.Kind.STEPS) : Optional.empty();
  }

  /** Whether it looks a few things up and ends, however many rows there are. */
  boolean isBrief() {
    return switch (this) {
      case APPROVE, DEPLOY, GATHER, UPLOAD, NOTIFY -> true;
      case INGEST, FEATURES, TRAIN, TRAIN_NETWORK, EVALUATE, SCORE, SERVING, S3 -> false;
    };
  }

  private boolean isStep() {
    return hasProjects() && !isServer();
  }

  /** A server is started as it is; a step is always given a command, with its flags. */
  boolean isServer() {
    return this == SERVING || this == S3;
  }
}
