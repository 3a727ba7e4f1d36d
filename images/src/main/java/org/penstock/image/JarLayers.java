package org.penstock.image;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The jars of all images in layers: those that the same images use are one layer, so that a node
 * fetches and keeps every jar once. Ours are apart from those of others, which change less often.
 */
final class JarLayers {

  private static final String OURS = "penstock-";

  private final Map<Program, List<Layer>> layers = new EnumMap<>(Program.class);

  /**
   * @param paths the class path of each image; of all images there are, since a layer is the same
   *     whether one image is built or all
   */
  JarLayers(Map<Program, ClassPath> paths) {
    Map<Path, Set<Program>> users = new TreeMap<>();
    paths.forEach((program, path) ->
        path.jars().forEach(jar -> users.computeIfAbsent(jar, _ -> new TreeSet<>()).add(program)));

    Map<Key, List<Path>> groups = new LinkedHashMap<>();
    users.forEach((jar, programs) ->
        groups.computeIfAbsent(new Key(isOurs(jar), programs), _ -> new ArrayList<>()).add(jar));

    paths.keySet().forEach(program -> layers.put(program, layers(program, groups)));
  }

  /** Returns the layers of one image: what changes least and is shared most is lowest. */
  List<Layer> of(Program program) {
    return layers.get(program);
  }

  private static List<Layer> layers(Program program, Map<Key, List<Path>> groups) {
    return groups.entrySet().stream()
        .filter(group -> group.getKey().programs().contains(program))
        .sorted(Map.Entry.comparingByKey())
        .map(group -> new Layer(group.getKey().name(), group.getValue()))
        .toList();
  }

  private static boolean isOurs(Path jar) {
    return jar.getFileName().toString().startsWith(OURS);
  }

  /**
   * Jars in one layer.
   *
   * @param name says whose they are
   * @param jars sorted
   */
  record Layer(String name, List<Path> jars) {

    Layer {
      jars = List.copyOf(jars);
    }
  }

  private record Key(boolean ours, Set<Program> programs) implements Comparable<Key> {

    String name() {
      return (ours ? "penstock: " : "libraries: ")
          + programs.stream().map(Program::image).collect(Collectors.joining(" "));
    }

    @Override
    public int compareTo(Key other) {
      if (ours != other.ours) {
        return ours ? 1 : -1;
      }
      int shared = Integer.compare(other.programs.size(), programs.size());
      return shared != 0 ? shared : name().compareTo(other.name());
    }
  }
}
