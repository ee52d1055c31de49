package dev.muster.app.store;

import dev.muster.user.Account;
import dev.muster.user.Canonical;
import dev.muster.user.LoginId;
import dev.muster.user.LoginIdKind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The texts of an account that searches look at, normalised to NFKC and case-folded. */
public final class SearchedTexts {

  /** The attributes that hold a name; all are standard claims of OpenID Connect. */
  private static final List<String> NAMES =
      List.of("name", "given_name", "middle_name", "family_name", "nickname");

  private static final List<String> PARTS_OF_FULL_NAME =
      List.of("given_name", "middle_name", "family_name");

  private SearchedTexts() {}

  /** The login ids: as they are shown and, if it differs, in canonical form. */
  public static Set<String> logins(Account account) {
    Set<String> texts = new LinkedHashSet<>();
    for (LoginIdKind kind : LoginIdKind.values()) {
      LoginId id = account.loginId(kind);
      if (id != null) {
        texts.add(login(id.value()));
        texts.add(id.key().value());
      }
    }
    return texts;
  }

  /** The names: each of them, and given, middle and family name one after the other. */
  public static Set<String> names(Account account) {
    Set<String> texts = new LinkedHashSet<>();
    for (String attribute : NAMES) {
      String name = account.attributes().text(attribute);
      if (name != null) {
        add(name, texts);
      }
    }
    StringBuilder full = new StringBuilder();
    for (String attribute : PARTS_OF_FULL_NAME) {
      String part = account.attributes().text(attribute);
      if (part != null) {
        full.append(part).append(' ');
      }
    }
    add(full.toString(), texts);
    return texts;
  }

  private static void add(String name, Set<String> texts) {
    String text = name(name);
    if (!text.isEmpty()) {
      texts.add(text);
    }
  }

  /** The searched form of a login id, or of its beginning. */
  public static String login(String text) {
    return Canonical.folded(text);
  }

  /** The searched form of a name, or of a part of one. White space is reduced to single spaces. */
  public static String name(String text) {
    String folded = Canonical.folded(text);
    StringBuilder name = new StringBuilder(folded.length());
    boolean space = false;
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (Character.isWhitespace(c)) {
        space = true;
      } else {
        if (space && name.length() > 0) {
          name.append(' ');
        }
        space = false;
        name.append(c);
      }
    }
    return name.toString();
  }

  /** Whether a change affects which searches find the user. */
  public static boolean differ(@Nullable Account before, Account after) {
    if (before == null) {
      return true;
    }
    if (before.disabled() != after.disabled()
        || !before.roles().equals(after.roles())
        || !before.groups().equals(after.groups())) {
      return true;
    }
    for (LoginIdKind kind : LoginIdKind.values()) {
      if (!Objects.equals(before.loginId(kind), after.loginId(kind))) {
        return true;
      }
    }
    for (String attribute : NAMES) {
      if (!Objects.equals(
          before.attributes().text(attribute), after.attributes().text(attribute))) {
        return true;
      }
    }
    return false;
  }
}
