package dev.muster.profile.csv.mapping;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the cells of a mapped column come from. Immutable. */
public sealed interface CellSource {

  /** The text of a row's cell; null if the row has none. */
  @Nullable String read(SourceCells row);

  /** The places of the cells that it reads. */
  List<Integer> places();

  /** A cell of the file, as it is. */
  record Same(int place) implements CellSource {
    @Override
    public @Nullable String read(SourceCells row) {
      return row.at(place);
    }

    @Override
    public List<Integer> places() {
      return List.of(place);
    }
  }

  /**
   * A cell of the file, with some words replaced.
   *
   * @param words the replacements by plain word, see {@link SourceName#plain}
   */
  record Worded(int place, Map<String, String> words) implements CellSource {
    @Override
    public @Nullable String read(SourceCells row) {
      String text = row.at(place);
      return text == null ? null : words.getOrDefault(SourceName.plain(text), text);
    }

    @Override
    public List<Integer> places() {
      return List.of(place);
    }
  }

  /** A part of a cell. */
  record Part(int place, Split split, int part) implements CellSource {
    @Override
    public @Nullable String read(SourceCells row) {
      String text = row.at(place);
      return text == null ? null : split.part(text, part);
    }

    @Override
    public List<Integer> places() {
      return List.of(place);
    }
  }

  /** Several cells, those that are not empty, with a text between them. */
  record Joined(List<Integer> places, String with) implements CellSource {
    public Joined {
      places = List.copyOf(places);
    }

    @Override
    public @Nullable String read(SourceCells row) {
      StringBuilder text = null;
      for (int place : places) {
        String cell = row.at(place);
        if (cell != null) {
          text = text == null ? new StringBuilder() : text;
          text.append(text.isEmpty() || cell.isEmpty() ? "" : with).append(cell);
        }
      }
      return text == null ? null : text.toString();
    }
  }

  /** The same text in each row. */
  record Constant(String text) implements CellSource {
    @Override
    public String read(SourceCells row) {
      return text;
    }

    @Override
    public List<Integer> places() {
      return List.of();
    }
  }
}
