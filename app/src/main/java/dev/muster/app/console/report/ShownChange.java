package dev.muster.app.console.report;

import dev.muster.app.console.directory.Shown;
import dev.muster.app.json.JsonText;
import dev.muster.report.Change;
import dev.muster.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A changed value of a user.
 *
 * @param before empty if there was none
 * @param after empty if it was removed
 */
public record ShownChange(String attribute, String before, String after) {

  static ShownChange of(Change change) {
    return new ShownChange(
        Shown.inList(change.attribute()), text(change.before()), text(change.after()));
  }

  private static String text(@Nullable Value value) {
    return Shown.inList(
        value == null ? "" : value instanceof Value.Text text ? text.text() : JsonText.of(value));
  }

  long bytes() {
    return 90 + HtmlSize.of(attribute) + HtmlSize.of(before) + HtmlSize.of(after);
  }
}
