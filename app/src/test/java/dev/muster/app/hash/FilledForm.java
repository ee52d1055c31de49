package dev.muster.app.hash;

import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.json.JsonText;
import dev.muster.password.EncodedText;
import dev.muster.value.Value;
import org.jspecify.annotations.Nullable;

/** What an {@link ImportForm} says to write, with the parts of a scheme's example. */
public final class FilledForm {

  private FilledForm() {}

  /** A JSON object with the members of a form. */
  public static String json(ImportForm form, KnownScheme known) {
    return form.format().equals("auth0")
        ? auth0(Auth0Form.of(known, known.about().example()).orElseThrow())
        : form.shown().toJson().replace("\"HASH\"", JsonText.of(Value.of(known.about().example())));
  }

  private static String auth0(Auth0Form form) {
    Members custom =
        form.members(
            form.fields().hash().text(), text(form.fields().salt()), text(form.fields().key()));
    return new Members().with(Auth0Form.MEMBER, custom).toJson();
  }

  private static String text(@Nullable EncodedText part) {
    return part == null ? "" : part.text();
  }
}
