package dev.muster.profile.csv;

import dev.muster.profile.InvisibleCharacters;
import dev.muster.user.ExternalId;
import dev.muster.user.Key;
import org.jspecify.annotations.Nullable;

/**
 * {@code _source_name} and {@code _source_id}: together the user's id in the system that the table
 * comes from; always the key.
 */
record SourceRule(Column name, Column id) implements CellRule {

  private static final String BAD_NAME =
      "Enter a valid source name consisting of letters, numbers, underscores or hyphens.";

  @Override
  public void read(Cells cells, RowDraft row) {
    String source = cells.at(name);
    String own = cells.at(id);
    if (source == null || source.isEmpty()) {
      row.complain(name, REQUIRED);
    } else if (!isSourceName(source)) {
      row.complain(name, BAD_NAME + InvisibleCharacters.hint(source));
    }
    if (own == null || own.isEmpty()) {
      row.complain(id, REQUIRED);
    }
    ExternalId externalId = externalId(source, own);
    if (externalId != null) {
      Key key = externalId.key();
      row.wish(new ExternalIdWish(id, externalId));
      row.warnIfInvisible(id, externalId.id());
      row.warnIfSuspect(id, externalId.id());
      row.mayGain(key);
      row.value(id, key, null);
    }
  }

  @Override
  public @Nullable Key claimedBy(Cells cells) {
    ExternalId externalId = externalId(cells.at(name), cells.at(id));
    return externalId == null ? null : externalId.key();
  }

  private static @Nullable ExternalId externalId(@Nullable String source, @Nullable String own) {
    return source == null || own == null || own.isEmpty() || !isSourceName(source)
        ? null
        : new ExternalId(source, own);
  }

  private static boolean isSourceName(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter && !(c >= '0' && c <= '9') && c != '_' && c != '-') {
        return false;
      }
    }
    return !text.isEmpty();
  }
}
