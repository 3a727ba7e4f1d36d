package org.penstock.gather;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.penstock.artifact.ArtifactStore;
import org.penstock.artifact.Document;

/**
 * Documents with consecutive numbers, from 1, that are created and never replaced: of two writers
 * who both want the next number, one gets it, on every store.
 */
final class Journal {

  private static final String SUFFIX = ".json";
  private static final Pattern NUMBERED = Pattern.compile("\\d{6,}\\" + SUFFIX);

  private final ArtifactStore store;
  private final String directory;

  /**
   * @param directory ends in {@code /}
   */
  Journal(ArtifactStore store, String directory) {
    this.store = requireNonNull(store, "store");
    this.directory = requireNonNull(directory, "directory");
  }

  /** Returns how the document is called, for messages. */
  String name(int number) {
    return String.format(Locale.ROOT, "%s%06d%s", directory, number, SUFFIX);
  }

  /**
   * Returns the number of the last document, 0 if there is none.
   *
   * @throws DamagedJournalException if one before it is missing
   */
  int last() throws IOException {
    List<String> names = store.names(directory).stream().filter(this::isDocument).toList();
    for (int i = 0; i < names.size(); i++) {
      if (!names.get(i).equals(name(i + 1))) {
        throw new DamagedJournalException(
            ("Expected %s in the store, found %s in its place: a document was removed or added"
                    + " by hand; put it right")
                .formatted(name(i + 1), names.get(i)));
      }
    }
    return names.size();
  }

  /** Some servers list what is still being written, under another name. */
  private boolean isDocument(String name) {
    return NUMBERED.matcher(name.substring(directory.length())).matches();
  }

  /** Returns the content of a document, if there is one of this number. */
  Optional<byte[]> read(int number) throws IOException {
    return store.read(name(number)).map(Document::content);
  }

  /** Writes the document of this number; false, and nothing written, if somebody else was first. */
  boolean append(int number, byte[] content) throws IOException {
    return store.create(name(number), content);
  }
}
