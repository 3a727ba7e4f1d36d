package org.penstock.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import org.penstock.config.ConfigNode.Entry;
import org.penstock.config.ConfigNode.Kind;
import org.penstock.config.ConfigNode.Mapping;
import org.penstock.config.ConfigNode.Scalar;
import org.penstock.config.ConfigNode.Sequence;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Reads one YAML 1.2 document into a tree that knows its lines.
 *
 * <p>Keys are texts and stand once in a mapping; a list or a mapping is written where it is used,
 * not by an alias.
 */
public final class YamlReader {

  private final Problems problems;
  private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private YamlReader(Problems problems) {
    this.problems = problems;
  }

  /**
   * Reads {@code yaml}, which stays open.
   *
   * @param problems is told of keys that stand there twice and the like
   * @return the document; empty if there is none, which {@code problems} is told, too
   */
  public static Optional<ConfigNode> read(InputStream yaml, Problems problems) throws IOException {
    byte[] bytes = yaml.readAllBytes();
    try {
      return read(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString(), problems);
    } catch (CharacterCodingException e) {
      problems.add(0, "", "expected UTF-8, found other bytes");
      return Optional.empty();
    }
  }

  static Optional<ConfigNode> read(String yaml, Problems problems) {
    try {
      Iterator<Node> documents =
          new Compose(LoadSettings.builder().build()).composeAllFromString(yaml).iterator();
      if (!documents.hasNext()) {
        problems.add(1, "", "expected a YAML document, found none");
        return Optional.empty();
      }

      Node document = documents.next();
      if (documents.hasNext()) {
        problems.add(lineOf(documents.next()), "", "expected one YAML document, found another");
      }
      return Optional.of(new YamlReader(problems).document(document));
    } catch (MarkedYamlEngineException e) {
      problems.add(
          e.getProblemMark().map(YamlReader::lineOf).orElse(0),
          "",
          "not YAML: " + e.getProblem().strip());
      return Optional.empty();
    } catch (YamlEngineException e) {
      problems.add(0, "", "not YAML: " + e.getMessage().strip());
      return Optional.empty();
    }
  }

  private ConfigNode document(Node document) {
    seen.add(document);
    return node(document, "");
  }

  private ConfigNode node(Node node, String path) {
    int line = lineOf(node);
    return switch (node) {
      case ScalarNode scalar -> new Scalar(scalar.getValue(), kind(scalar), line);
      case SequenceNode sequence -> sequence(sequence, path, line);
      case MappingNode mapping -> mapping(mapping, path, line);
      default -> throw new IllegalStateException("Unexpected node " + node.getNodeType());
    };
  }

  private Sequence sequence(SequenceNode sequence, String path, int line) {
    var items = new ArrayList<ConfigNode>();
    for (Node item : sequence.getValue()) {
      String itemPath = "%s[%d]".formatted(path, items.size());
      if (isFirst(item, line, itemPath)) {
        items.add(node(item, itemPath));
      }
    }
    return new Sequence(items, line);
  }

  private Mapping mapping(MappingNode mapping, String path, int line) {
    var entries = new ArrayList<Entry>();
    var keys = new HashSet<String>();
    for (NodeTuple tuple : mapping.getValue()) {
      int keyLine = lineOf(tuple.getKeyNode());
      if (!(tuple.getKeyNode() instanceof ScalarNode scalar)) {
        problems.add(keyLine, path, "expected a text as key");
        continue;
      }

      String key = scalar.getValue();
      String keyPath = path.isEmpty() ? key : path + "." + key;
      if (!keys.add(key)) {
        problems.add(keyLine, keyPath, "the key stands here twice");
        continue;
      }
      if (isFirst(tuple.getValueNode(), keyLine, keyPath)) {
        entries.add(new Entry(key, node(tuple.getValueNode(), keyPath), keyLine));
      }
    }
    return new Mapping(entries, line);
  }

  /** An alias is the node it stands for, met again; in itself, or a billion times. */
  private boolean isFirst(Node node, int line, String path) {
    boolean first = node instanceof ScalarNode || seen.add(node);
    if (!first) {
      problems.add(line, path, "an alias of a list or a mapping; write it out where it is used");
    }
    return first;
  }

  private static Kind kind(ScalarNode scalar) {
    Tag tag = scalar.getTag();
    if (tag.equals(Tag.INT)) {
      return Kind.WHOLE;
    }
    if (tag.equals(Tag.FLOAT)) {
      return Kind.NUMBER;
    }
    if (tag.equals(Tag.BOOL)) {
      return Kind.BOOLEAN;
    }
    return tag.equals(Tag.NULL) ? Kind.NULL : Kind.TEXT;
  }

  private static int lineOf(Node node) {
    return node.getStartMark().map(YamlReader::lineOf).orElse(0);
  }

  private static int lineOf(Mark mark) {
    return mark.getLine() + 1;
  }
}
