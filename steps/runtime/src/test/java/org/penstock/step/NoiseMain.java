package org.penstock.step;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.penstock.config.ProjectYaml;

/** A step as a process, whose artifact takes a while to write. */
final class NoiseMain {

  static final int SIZE = 64 << 20;

  record NoiseConfig(long seed) {}

  private NoiseMain() {}

  public static void main(String[] args) {
    StepMain.exit(new NoiseStep(), args);
  }

  private static final class NoiseStep implements Step<NoiseConfig> {

    @Override
    public String name() {
      return "noise";
    }

    @Override
    public Class<NoiseConfig> configType() {
      return NoiseConfig.class;
    }

    @Override
    public List<String> outputs() {
      return List.of("noise");
    }

    @Override
    public List<Record> settings(ProjectYaml config) {
      return List.of();
    }

    @Override
    public StepReport run(NoiseConfig config, StepContext context) throws IOException {
      byte[] noise = new byte[SIZE];
      new Random(config.seed()).nextBytes(noise);
      Path file = context.newFile("noise");
      Files.write(file, noise);
      return StepReport.of(Map.of("noise", Produced.of(file, "text/plain")), Map.of(), 1);
    }
  }
}
