package dev.muster.app.cli.hash;

import dev.muster.app.hash.ImportForm;
import dev.muster.app.hash.search.SearchResult;
import dev.muster.app.hash.search.Solution;
import dev.muster.app.hash.search.TableSearch;
import dev.muster.app.json.JsonText;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/** Prints what a search has found, as text or as a JSON document. */
record SolvedText(PrintWriter out, boolean json) {

  /** Prints a recipe and the hash that it was found for. */
  void one(Solution solution, String undecided) {
    SolvedMapping mapping = new SolvedMapping(solution.columns());
    if (json) {
      Struct.Builder document = document(solution, mapping);
      document.put("hash", Value.of(solution.encoded()));
      if (!undecided.isEmpty()) {
        document.put("undecided", Value.of(undecided));
      }
      out.println(JsonText.of(document.build()));
      return;
    }
    recipe(solution);
    out.println("hash    " + solution.encoded());
    ImportForm.of(solution.scheme(), solution.encoded()).stream()
        .map(ImportForm::line)
        .forEach(out::println);
    out.println();
    mapping.lines().forEach(out::println);
  }

  /**
   * Prints the recipes of a table, without any hash.
   *
   * @param rows how many there are, those that are left out not among them
   */
  void table(TableSearch.Result result, int rows, LeftOut leftOut) {
    if (json) {
      List<Value> fits = result.fits().stream().<Value>map(SolvedText::fit).toList();
      Struct.Builder document = new Struct.Builder();
      document.put("recipes", new Value.Array(fits));
      document.put("unsolved_lines", numbers(result.open()));
      document.put("left_out", leftOut.toValue());
      out.println(JsonText.of(document.build()));
      return;
    }
    for (TableSearch.Fit fit : result.fits()) {
      out.println(
          fit.lines().size() == rows
              ? "rows    all " + rows + " fit this recipe"
              : "rows    " + fit.lines().size() + " of " + rows + ": lines " + lines(fit.lines()));
      recipe(fit.solution());
      out.println();
      new SolvedMapping(fit.solution().columns()).lines().forEach(out::println);
      out.println();
    }
    if (!result.open().isEmpty()) {
      out.println("No recipe fits lines " + lines(result.open()) + ".");
    }
  }

  /** Prints that there is no recipe; as text, standard error has it. */
  void nothing(SearchResult result) {
    if (json) {
      Struct.Builder document = new Struct.Builder();
      document.put("scheme", Value.NULL);
      document.put("tried", texts(result.tried()));
      document.put("unfinished", texts(result.unfinished()));
      out.println(JsonText.of(document.build()));
    }
  }

  private void recipe(Solution solution) {
    out.println("recipe  " + solution.words());
    out.println("scheme  " + solution.scheme());
  }

  private static Struct fit(TableSearch.Fit fit) {
    return document(fit.solution(), new SolvedMapping(fit.solution().columns()))
        .put("lines", numbers(fit.lines()))
        .build();
  }

  private static Struct.Builder document(Solution solution, SolvedMapping mapping) {
    Struct.Builder document = new Struct.Builder();
    document.put("scheme", Value.of(solution.scheme()));
    document.put("recipe", Value.of(solution.words()));
    mapping.members(document);
    return document;
  }

  private static String lines(List<Long> lines) {
    return lines.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  private static Value numbers(List<Long> numbers) {
    return new Value.Array(numbers.stream().<Value>map(number -> Value.of(number)).toList());
  }

  private static Value texts(List<String> texts) {
    return new Value.Array(texts.stream().<Value>map(Value::of).toList());
  }
}
