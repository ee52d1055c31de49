package dev.muster.app.upload.run;

import dev.muster.app.settings.Settings;
import dev.muster.profile.AttributeDeclaration;
import dev.muster.profile.csv.Flag;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What people need to know to write a table: the attributes, the flags, and a header. */
public final class ImportHelp {

  private final Settings settings;

  public ImportHelp(Settings settings) {
    this.settings = settings;
  }

  /**
   * A column that a table may have.
   *
   * @param identifier its name in a header
   * @param label its name for people
   */
  public record Attribute(String identifier, String label) {}

  /**
   * A flag that a header cell may have.
   *
   * @param name as it is written; {@code no-} before it negates it
   * @param setByDefault whether columns have it without being told
   */
  public record FlagMeaning(String name, String meaning, boolean setByDefault) {}

  /** The columns that set attributes of users. */
  public List<Attribute> attributes() {
    List<Attribute> all = new ArrayList<>();
    all.add(new Attribute("username", "Username"));
    all.add(new Attribute("email", "E-mail address"));
    all.add(new Attribute("first_name", "First name"));
    all.add(new Attribute("last_name", "Last name"));
    for (AttributeDeclaration declared : settings.attributes()) {
      String label = declared.label().isEmpty() ? declared.name() : declared.label();
      all.add(new Attribute(declared.name(), label));
    }
    all.add(new Attribute("password_hash", "Password hash"));
    return all;
  }

  /** All flags. */
  public List<FlagMeaning> flags() {
    return Arrays.stream(Flag.values())
        .map(
            flag ->
                new FlagMeaning(
                    flag.wireName(), flag.meaning(), flag == Flag.CREATE || flag == Flag.UPDATE))
        .toList();
  }

  /** The file {@code users.csv}: a header with all columns but those of passwords. */
  public String headerTemplate() {
    return attributes().stream()
            .map(Attribute::identifier)
            .filter(name -> !name.equals("password_hash"))
            .map(name -> name.equals("username") ? "username key" : name)
            .collect(Collectors.joining(","))
        + "\r\n";
  }
}
