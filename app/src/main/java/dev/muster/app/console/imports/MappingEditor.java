package dev.muster.app.console.imports;

import dev.muster.app.console.directory.Shown;
import dev.muster.app.console.imports.EditorView.Column;
import dev.muster.app.console.imports.EditorView.Target;
import dev.muster.app.console.imports.EditorView.Word;
import dev.muster.app.console.page.Link;
import dev.muster.app.console.page.Texts;
import dev.muster.app.console.page.Visit;
import dev.muster.app.json.JsonText;
import dev.muster.app.store.Session;
import dev.muster.app.upload.SavedMapping;
import dev.muster.app.upload.UploadedFile;
import dev.muster.app.upload.run.Preview;
import dev.muster.app.upload.run.PreviewColumn;
import dev.muster.profile.AttributeDeclaration;
import dev.muster.profile.AttributeKind;
import dev.muster.profile.csv.ColumnKind;
import dev.muster.profile.csv.mapping.Mapping;
import dev.muster.profile.csv.mapping.SourceName;
import dev.muster.profile.csv.suggest.Certainty;
import dev.muster.profile.csv.suggest.Suggestion;
import dev.muster.user.Realm;
import dev.muster.user.Role;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the editor of a table's mapping. For one page. */
final class MappingEditor {

  /** The kinds of attributes that a mapping declares. */
  static final List<String> DECLARED_KINDS =
      Arrays.stream(AttributeKind.values())
          .filter(kind -> kind != AttributeKind.ENUM)
          .map(AttributeKind::wireName)
          .toList();

  private static final int MEANINGS_MAX = 200;

  private final UploadedFile file;
  private final List<AttributeDeclaration> attributes;
  private final List<Role> roles;
  private final Texts texts;
  private final boolean mayDeclare;

  /**
   * The editor for a file.
   *
   * @param declared the attributes of the settings
   */
  MappingEditor(
      UploadedFile file, List<AttributeDeclaration> declared, Session session, Visit visit) {
    this.file = file;
    this.attributes = Mapping.stored(file.options().formatOptions()).declaredWith(declared);
    this.texts = visit.texts();
    this.mayDeclare = visit.reader().mayUseAll();
    this.roles =
        session
            .catalogs()
            .realm(file.realm())
            .map((Realm realm) -> session.catalogs().roles(realm))
            .orElse(List.of());
  }

  EditorView of(Preview preview, ColumnWindow window, Session session) {
    List<Target> targets = targets();
    String path = FileAccess.path(file);
    int after = window.from() + window.size();
    Struct options = file.options().formatOptions();
    return new EditorView(
        window.of(preview.columns()).stream().map(this::column).toList(),
        targets,
        UploadForm.ENCODINGS,
        file.options().encoding().equals("auto") ? UploadForm.DETECTED : file.options().encoding(),
        options.get("header_row") instanceof Value.Num row ? row.literal() : "",
        Optional.ofNullable(options.text("sheet")).orElse(""),
        file.format().equals("xlsx"),
        session.savedMappings().all(file.realm()).stream().map(SavedMapping::name).toList(),
        !MappingForm.mapping(file).isEmpty(),
        mayDeclare ? DECLARED_KINDS : List.of(),
        window.from() > 0
            ? Optional.of(link(path, Math.max(0, window.from() - window.size())))
            : Optional.empty(),
        after < preview.columns().size() ? Optional.of(link(path, after)) : Optional.empty());
  }

  private static String link(String path, int from) {
    return Link.to(path).with("columns", String.valueOf(from)).href();
  }

  private List<Target> targets() {
    List<Target> targets = new ArrayList<>();
    for (String name : List.of("username", "email", "first_name", "last_name")) {
      targets.add(new Target(name, texts.text("upload.label." + name)));
    }
    for (AttributeDeclaration declared : attributes) {
      targets.add(
          new Target(
              declared.name(),
              Shown.inList(declared.label().isEmpty() ? declared.name() : declared.label())));
    }
    for (ColumnKind kind : ColumnKind.values()) {
      String name = kind.columnName();
      boolean further = !name.isEmpty() && targets.stream().noneMatch(it -> it.name().equals(name));
      if (further && kind != ColumnKind.REJECT_REASON) {
        targets.add(new Target(name, ""));
      }
    }
    return targets;
  }

  private Column column(PreviewColumn column) {
    @Nullable Value mapped = MappingForm.mapped(file, column);
    String target = simple(mapped);
    String[] words = target.split("\\s+", 2);
    Optional<Suggestion> suggestion =
        column.suggestion().filter(each -> each.certainty() != Certainty.UNKNOWN);
    return new Column(
        column.place(),
        Shown.inList(column.name()),
        choice(mapped, target, words[0]),
        Shown.inList(String.join(", ", column.targets())),
        target.isEmpty() || words.length < 2 ? "" : words[1],
        suggestion.map(MappingEditor::shown).orElse(""),
        column.suggestion().map(each -> each.certainty().wireName()).orElse("unknown"),
        column.suggestion().map(Suggestion::reason).orElse(""),
        column.examples().stream().map(Shown::inList).toList(),
        words(column, mapped),
        meanings(column));
  }

  private String choice(@Nullable Value mapped, String target, String name) {
    if (mapped == null) {
      return MappingForm.SAME;
    }
    if (target.isEmpty()) {
      return MappingForm.KEPT;
    }
    if (target.equals(MappingForm.IGNORED)) {
      return MappingForm.IGNORED;
    }
    boolean known = targets().stream().anyMatch(each -> each.name().equals(name));
    return known ? MappingForm.AS + name : MappingForm.KEPT;
  }

  /** The header cell that a column becomes; empty if it becomes several, or is written anew. */
  private static String simple(@Nullable Value mapped) {
    if (mapped instanceof Value.Text text) {
      return text.text().strip();
    }
    return mapped instanceof Struct members
            && members.names().stream().allMatch(it -> it.equals("to") || it.equals("values"))
            && members.get("to") instanceof Value.Text to
        ? to.text().strip()
        : "";
  }

  private static String shown(Suggestion suggestion) {
    if (suggestion.target() instanceof Value.Text text) {
      return Shown.inList(text.text());
    }
    boolean one = !suggestion.name().isEmpty();
    Value to = suggestion.target() instanceof Struct members ? members.get("to") : null;
    return Shown.inList(one || to == null ? suggestion.name() : JsonText.of(to));
  }

  private List<Word> words(PreviewColumn column, @Nullable Value mapped) {
    Map<String, Value> replaced = MappingForm.replaced(mapped);
    return column.words().stream()
        .map(
            text ->
                new Word(
                    text,
                    Shown.inList(text),
                    replaced.get(SourceName.plain(text)) instanceof Value.Text meaning
                        ? meaning.text()
                        : ""))
        .toList();
  }

  private List<String> meanings(PreviewColumn column) {
    if (column.words().isEmpty()) {
      return List.of();
    }
    List<String> meanings = new ArrayList<>();
    for (String target : column.targets()) {
      String name = target.strip().split("\\s+", 2)[0];
      if (name.equals(ColumnKind.ROLE_NAME.columnName())) {
        roles.stream().map(Role::name).forEach(meanings::add);
      } else if (name.equals(ColumnKind.ROLE_SLUG.columnName())) {
        roles.stream().map(Role::key).forEach(meanings::add);
      } else if (name.equals(ColumnKind.DISABLED.columnName())) {
        meanings.addAll(List.of("true", "false"));
      } else {
        attributes.stream()
            .filter(each -> each.name().equals(name))
            .map(
                each ->
                    each.kind() == AttributeKind.BOOLEAN
                        ? List.of("true", "false")
                        : each.choices())
            .forEach(meanings::addAll);
      }
    }
    return meanings.stream().limit(MEANINGS_MAX).toList();
  }
}
