package dev.muster.app.console.report;

import dev.muster.app.console.directory.Shown;
import dev.muster.app.console.page.Texts;
import dev.muster.app.json.JsonText;
import dev.muster.report.Change;
import dev.muster.value.Value;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A changed value of a user.
 *
 * @param before empty if there was none
 * @param after empty if it was removed
 */
public record ShownChange(String attribute, String before, String after) {

  /** What is before the name of an attribute of a directory's own. */
  private static final Pattern OWN = Pattern.compile("^(custom_)?attributes\\.");

  static ShownChange of(Change change) {
    return new ShownChange(
        Shown.inList(change.attribute()), text(change.before()), text(change.after()));
  }

  private static String text(@Nullable Value value) {
    return Shown.inList(
        value == null ? "" : value instanceof Value.Text text ? text.text() : JsonText.of(value));
  }

  /** What the attribute is called. */
  public String label(Texts texts) {
    String key = "change." + attribute;
    return texts.has(key) ? texts.text(key) : OWN.matcher(attribute).replaceFirst("");
  }

  long bytes() {
    return 150 + 2 * HtmlSize.of(attribute) + HtmlSize.of(before) + HtmlSize.of(after);
  }
}
