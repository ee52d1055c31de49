package dev.muster.app.format;

/**
 * A part of an input whose records are of one kind.
 *
 * @param name its name in documents
 * @param ofUsers whether its records are users, to be prepared as candidates by the input's dialect
 */
public record Section(String name, boolean ofUsers) {

  /** The only section of inputs that hold nothing but users. */
  public static final Section USERS = new Section("users", true);
}
