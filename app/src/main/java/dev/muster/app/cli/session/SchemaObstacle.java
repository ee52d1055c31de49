package dev.muster.app.cli.session;

import dev.muster.app.format.UsageProblem;
import dev.muster.app.store.DatabaseMaintenance;
import dev.muster.app.store.Schema;

/** Checks that a database's tables are of a version that a command can use. */
public final class SchemaObstacle {

  private SchemaObstacle() {}

  /** Requires tables of this program's version. */
  public static Schema readable(DatabaseMaintenance database, CliSession session)
      throws UsageProblem {
    return readable(migratable(database), database, session);
  }

  /** Requires tables of this program's version, after the schema was read. */
  public static Schema readable(Schema schema, DatabaseMaintenance database, CliSession session)
      throws UsageProblem {
    return switch (schema.state()) {
      case CURRENT -> schema;
      case ABSENT -> throw new UsageProblem(absent(database, session));
      case OLDER ->
          throw new UsageProblem(
              database.name()
                  + " has tables of schema version "
                  + schema.version()
                  + ", and this Muster works with "
                  + schema.known()
                  + ". Bring it there with: "
                  + session.command("db migrate"));
      case FOREIGN, NEWER -> throw new IllegalStateException(schema.toString());
    };
  }

  /** The message if there is no directory. */
  static String absent(DatabaseMaintenance database, CliSession session) {
    return database.name()
        + " holds no directory yet. An import makes one, and so does: "
        + session.command("db migrate");
  }

  /** Requires tables of this program's version, or an upgradable or empty database. */
  public static Schema migratable(DatabaseMaintenance database) throws UsageProblem {
    Schema schema = database.schema();
    return switch (schema.state()) {
      case CURRENT, ABSENT, OLDER -> schema;
      case FOREIGN ->
          throw new UsageProblem(
              database.name()
                  + " holds tables that are not Muster's: name a database of its own with --db");
      case NEWER ->
          throw new UsageProblem(database.name() + schema.newer() + ". " + Schema.NEWER_REMEDY);
    };
  }
}
