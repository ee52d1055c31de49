package dev.muster.app.store.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The conditions of a query, all of which must hold, and their parameters in the same order. */
public final class Conditions {

  private final StringBuilder text;
  private final List<Object> parameters;

  /**
   * Begins with one condition.
   *
   * @param first in SQL, with a question mark for each parameter
   */
  public Conditions(String first, Object... parameters) {
    this.text = new StringBuilder(first);
    this.parameters = new ArrayList<>(List.of(parameters));
  }

  /** Adds a condition. */
  public Conditions and(String condition, Object... its) {
    text.append(" AND ").append(condition);
    parameters.addAll(List.of(its));
    return this;
  }

  /**
   * Adds a condition with one parameter, if there is a value for it.
   *
   * @param parameter makes the parameter of the value
   */
  public <T> Conditions andIf(
      Optional<T> value, String condition, Function<? super T, Object> parameter) {
    return value.map(known -> and(condition, parameter.apply(known))).orElse(this);
  }

  /** Adds that a column has one of some values, which it never has if there are none. */
  public Conditions andIn(String column, Collection<String> values) {
    // NULL, so that the list is never empty; nothing equals it
    String list = column + " IN (NULL" + ", ?".repeat(values.size()) + ")";
    return and(list, values.toArray());
  }

  /** The parameters, followed by those of the rest of a query. */
  public Object[] parameters(Object... others) {
    List<Object> all = new ArrayList<>(parameters);
    all.addAll(List.of(others));
    return all.toArray();
  }

  /** The conditions in SQL. */
  @Override
  public String toString() {
    return text.toString();
  }
}
