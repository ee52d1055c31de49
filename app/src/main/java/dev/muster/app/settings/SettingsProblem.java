package dev.muster.app.settings;

import java.io.Serial;
import java.util.List;

/** An error in muster.yml; the message names the place and the remedy. */
public final class SettingsProblem extends Exception {

  @Serial private static final long serialVersionUID = 1;

  private final transient List<String> place;
  private final transient List<String> all;

  /** The only error, at no place of the file that could be left out. */
  public SettingsProblem(String message) {
    this(message, List.of());
  }

  /**
   * An error at a place.
   *
   * @param place see {@link #place}
   */
  SettingsProblem(String message, List<String> place) {
    super(message);
    this.place = List.copyOf(place);
    this.all = List.of(message);
  }

  /**
   * Several errors, of which the message is the first.
   *
   * @param messages at least one
   */
  public SettingsProblem(List<String> messages) {
    super(messages.get(0));
    this.place = List.of();
    this.all = List.copyOf(messages);
  }

  /** The keys from the top of the file to what is wrong; {@code [0]} is the first of a list. */
  List<String> place() {
    return place;
  }

  /** The messages of all errors that could be found, the first of which is that of this one. */
  public List<String> messages() {
    return all;
  }
}
