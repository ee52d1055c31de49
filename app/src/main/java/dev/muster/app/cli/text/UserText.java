package dev.muster.app.cli.text;

import dev.muster.app.document.Printable;
import dev.muster.app.document.UserDocument;
import dev.muster.app.json.JsonText;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Prints a user's document in two columns. Absent and empty members are left out, and false ones
 * that every user has; false custom attributes are values like others.
 */
public final class UserText {

  private static final String CUSTOM = "custom_attributes.";

  private final List<String[]> lines = new ArrayList<>();

  private UserText() {}

  /** Prints a document made by {@link UserDocument}. */
  public static void print(Struct document, PrintWriter out) {
    UserText sheet = new UserText();
    sheet.members("", document);
    int width = sheet.lines.stream().mapToInt(line -> line[0].length()).max().orElse(0);
    for (String[] line : sheet.lines) {
      out.println(line[0] + " ".repeat(width - line[0].length() + 2) + line[1]);
    }
  }

  private void members(String prefix, Struct members) {
    for (int i = 0; i < members.size(); i++) {
      member(prefix + members.nameAt(i), members.valueAt(i));
    }
  }

  private void member(String name, Value value) {
    if (value instanceof Struct struct) {
      members(name + ".", struct);
    } else if (!value.equals(Value.NULL)
        && (!value.equals(Value.FALSE) || name.startsWith(CUSTOM))) {
      String text = text(value);
      if (!text.isEmpty()) {
        lines.add(new String[] {Printable.of(name), Printable.of(text)});
      }
    }
  }

  private static String text(Value value) {
    if (value instanceof Value.Text text) {
      return text.text();
    }
    if (value instanceof Value.Array array) {
      return array.items().stream().map(UserText::item).collect(Collectors.joining(", "));
    }
    if (value.equals(Value.TRUE)) {
      return "yes";
    }
    return value.equals(Value.FALSE) ? "no" : JsonText.of(value);
  }

  private static String item(Value value) {
    return value instanceof Struct id && id.has("source")
        ? id.text("source") + ":" + id.text("id")
        : text(value);
  }
}
