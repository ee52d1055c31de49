package dev.muster.app.format.json;

import dev.muster.app.format.KeptRecords;
import dev.muster.app.json.JsonParser;
import dev.muster.app.json.JsonSyntax;
import dev.muster.profile.RecordView;
import dev.muster.read.SourceRecord;
import dev.muster.report.RecordResult;
import dev.muster.value.Struct;
import dev.muster.value.Value;

/**
 * Renders stored failed records that are JSON objects.
 *
 * @param view renders records of the dialect
 * @param inSection whether a record is the only member of an object that names its section
 */
public record KeptObjects(RecordView view, boolean inSection) implements KeptRecords {

  /**
   * The nesting limit; needed only if the database was tampered with, because the import had
   * limits.
   */
  private static final int DEPTH = 200;

  private static final JsonParser PARSER = new JsonParser(DEPTH, Integer.MAX_VALUE);

  @Override
  public Struct show(byte[] source, RecordResult result) {
    if (source.length == 0) {
      return Struct.EMPTY;
    }
    try {
      Value value = PARSER.parse(source, 0, source.length);
      if (inSection && value instanceof Struct section && section.size() == 1) {
        value = section.valueAt(0);
      }
      return value instanceof Struct fields
          ? view.members(new SourceRecord(result.position(), fields), result)
          : Struct.EMPTY;
    } catch (JsonSyntax e) {
      return Struct.EMPTY; // it failed because it can't be parsed
    }
  }
}
