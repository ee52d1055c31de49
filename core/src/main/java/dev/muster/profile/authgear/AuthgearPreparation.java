package dev.muster.profile.authgear;

import dev.muster.prepare.Candidate;
import dev.muster.prepare.Preparation;
import dev.muster.prepare.Prepared;
import dev.muster.problem.Problem;
import dev.muster.profile.AttributeDeclaration;
import dev.muster.profile.AttributeValues;
import dev.muster.profile.SchemaProblem;
import dev.muster.read.SourceRecord;
import dev.muster.user.Key;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Converts Authgear's records to candidates. It checks first the {@link RecordSchema}, then, for
 * records that fit it, login ids and declared custom attributes. All problems of either step are
 * reported.
 *
 * <p>For example {@code {"email": "Jo@Example.com", "name": null}} becomes a candidate that the
 * e-mail {@code jo@example.com} identifies, with two wishes. Immutable and thread-safe.
 */
public final class AuthgearPreparation implements Preparation {

  private final AuthgearIdentifier identifier;
  private final RecordSchema schema;
  private final PasswordTypes types;
  private final Map<String, Declared> declared = new HashMap<>();

  /**
   * Prepares the records of one request.
   *
   * @param identifier the login id by which users are found
   * @param types the types of passwords
   * @param attributes custom attributes whose values are checked; others are stored unchecked
   */
  public AuthgearPreparation(
      AuthgearIdentifier identifier, PasswordTypes types, List<AttributeDeclaration> attributes) {
    this.identifier = identifier;
    this.schema = new RecordSchema(identifier, types);
    this.types = types;
    attributes.forEach(attribute -> declared.put(attribute.name(), Declared.of(attribute)));
  }

  @Override
  public Prepared prepare(SourceRecord source) {
    Struct record = source.fields();
    List<Problem> problems = schema.check(record);
    if (problems.isEmpty()) {
      LoginIdRules.check(record, problems);
      checkCustomAttributes(record, problems);
      RecordSchema.sort(problems);
    }
    return problems.isEmpty()
        ? new Prepared.Ready(candidate(source))
        : new Prepared.Invalid(source.position(), problems);
  }

  private Candidate candidate(SourceRecord source) {
    RecordWishes wishes = new RecordWishes(source.fields(), identifier, types);
    List<Key> loginKeys = wishes.loginKeys();
    return new Candidate(
        source.position(), wishes.identity(), null, wishes.all(), loginKeys, List.of(), null);
  }

  private void checkCustomAttributes(Struct record, List<Problem> problems) {
    if (!(record.get("custom_attributes") instanceof Struct custom) || declared.isEmpty()) {
      return;
    }
    for (int i = 0; i < custom.size(); i++) {
      Declared rule = declared.get(custom.nameAt(i));
      if (rule == null || custom.valueAt(i) instanceof Value.Null) {
        continue;
      }
      Problem problem = AttributeValues.check(rule.declaration(), custom.valueAt(i), rule.path());
      if (problem != null) {
        problems.add(problem);
      }
    }
  }

  /** A custom attribute, and its JSON pointer in records. */
  private record Declared(AttributeDeclaration declaration, String path) {
    static Declared of(AttributeDeclaration declaration) {
      return new Declared(
          declaration, SchemaProblem.pointer("/custom_attributes", declaration.name()));
    }
  }
}
