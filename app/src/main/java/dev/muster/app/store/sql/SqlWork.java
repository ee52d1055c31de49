package dev.muster.app.store.sql;

import java.sql.SQLException;

/** JDBC calls that give a result. */
@FunctionalInterface
public interface SqlWork<T> {
  T run() throws SQLException;
}
