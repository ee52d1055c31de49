package dev.muster.app.console.page;

import io.javalin.http.HttpStatus;
import java.io.Serial;
import java.util.List;

/** A request that is answered by a page about what is wrong. */
public final class PageProblem extends Exception {

  @Serial private static final long serialVersionUID = 1;

  private final HttpStatus status;
  private final String key;
  private final transient List<Object> values;

  private PageProblem(HttpStatus status, String key, Object... namesAndValues) {
    super(key);
    this.status = status;
    this.key = key;
    this.values = List.of(namesAndValues);
  }

  /**
   * A problem.
   *
   * @param status one for which there is a text {@code problem.STATUS.title}
   * @param key the text that explains it
   * @param namesAndValues the text's parameters: names and values in turn
   */
  public static PageProblem of(HttpStatus status, String key, Object... namesAndValues) {
    return new PageProblem(status, key, namesAndValues);
  }

  /** There is nothing of this path or id. */
  public static PageProblem notFound() {
    return new PageProblem(HttpStatus.NOT_FOUND, "problem.404.text");
  }

  /** The reader may not see or do this. */
  public static PageProblem forbidden() {
    return new PageProblem(HttpStatus.FORBIDDEN, "problem.403.text");
  }

  /** Something in the query is not what the page takes. */
  public static PageProblem badQuery() {
    return new PageProblem(HttpStatus.BAD_REQUEST, "problem.400.text");
  }

  HttpStatus status() {
    return status;
  }

  String text(Texts texts) {
    return texts.text(key, values.toArray());
  }
}
