package org.penstock.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.penstock.image.JarLayers.Layer;

class JarLayersTest {

  private static final Path COMMON = Path.of("common.jar");
  private static final Path TRIBUO = Path.of("tribuo.jar");
  private static final Path OURS = Path.of("penstock-config-1.jar");

  private final JarLayers layers =
      new JarLayers(
          Map.of(
              Program.TRAIN, new ClassPath(List.of(OURS, TRIBUO, COMMON)),
              Program.SERVING, new ClassPath(List.of(COMMON, OURS))));

  @Test
  void putTogetherWhatTheSameImagesUseAndOursLast() {
    assertEquals(
        List.of(
            new Layer("libraries: train serving", List.of(COMMON)),
            new Layer("libraries: train", List.of(TRIBUO)),
            new Layer("penstock: train serving", List.of(OURS))),
        layers.of(Program.TRAIN));
  }

  @Test
  void giveAnImageNoJarOfAnother() {
    assertEquals(
        List.of(
            new Layer("libraries: train serving", List.of(COMMON)),
            new Layer("penstock: train serving", List.of(OURS))),
        layers.of(Program.SERVING));
  }
}
