package dev.muster.app.document;

import dev.muster.app.journal.JournalEntry;
import dev.muster.value.Struct;
import dev.muster.value.Value;

/** An entry of the journal as a JSON document. */
public final class JournalDocument {

  private JournalDocument() {}

  public static Struct of(JournalEntry entry) {
    Struct.Builder out = new Struct.Builder();
    out.append("number", Value.of(entry.number()));
    out.append("at", Value.of(entry.at().toString()));
    out.append("actor", Value.of(entry.actor().wireName()));
    out.append("action", Value.of(entry.action()));
    out.append("subject", Value.of(entry.subject()));
    entry.job().ifPresent(id -> out.append("import", Value.of(id)));
    out.append("detail", entry.detail());
    return out.build();
  }
}
