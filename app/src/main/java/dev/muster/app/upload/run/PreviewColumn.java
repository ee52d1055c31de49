package dev.muster.app.upload.run;

import dev.muster.profile.csv.Flag;
import dev.muster.profile.csv.suggest.Suggestion;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A column of a table, as an import understands it. For other formats only the name is known.
 *
 * @param name its cell in the file's header row; the name of a member
 * @param place 0-based, in the file
 * @param source its name in a mapping: its number, if its own name does not find it alone
 * @param targets what it becomes: names of columns of the csv dialect; several if it is split, none
 *     if it is ignored or not understood
 * @param flags what is done with its cells, by default or because the header says it
 * @param notes what is wrong with its header cell
 * @param suggestion what it seems to be
 * @param examples some of its values, never secret ones
 * @param words its different values, if it becomes something that takes certain words only: a yes
 *     or no, a choice, a role; otherwise, or if there are too many, none
 */
public record PreviewColumn(
    String name,
    int place,
    String source,
    List<String> targets,
    Set<Flag> flags,
    List<CellNote> notes,
    Optional<Suggestion> suggestion,
    List<String> examples,
    List<String> words) {

  public PreviewColumn {
    targets = List.copyOf(targets);
    flags = Set.copyOf(flags);
    notes = List.copyOf(notes);
    examples = List.copyOf(examples);
    words = List.copyOf(words);
  }

  /** A member of JSON records. */
  static PreviewColumn member(String name, int place) {
    return new PreviewColumn(
        name,
        place,
        name,
        List.of(name),
        Set.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        List.of());
  }

  @Override
  public String toString() {
    return "PreviewColumn[name=" + name + "]"; // examples are personal
  }
}
