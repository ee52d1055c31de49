package dev.muster.app.console.page;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** A request for a page, with its reader and language. For one thread. */
public final class Visit {

  private final Context context;
  private final PageServices services;
  private final Texts texts;
  private final Optional<SignedIn> reader;
  private final String formSecret;

  Visit(
      Context context,
      PageServices services,
      Texts texts,
      Optional<SignedIn> reader,
      String formSecret) {
    this.context = context;
    this.services = services;
    this.texts = texts;
    this.reader = reader;
    this.formSecret = formSecret;
  }

  public Context context() {
    return context;
  }

  public Texts texts() {
    return texts;
  }

  /** The administrator who reads the page; only for pages that need one. */
  public SignedIn reader() {
    return reader.orElseThrow();
  }

  Optional<SignedIn> signedIn() {
    return reader;
  }

  /** A query parameter; an empty text if it is missing. */
  public String query(String name) {
    String value = context.queryParam(name);
    return value == null ? "" : value.strip();
  }

  /** A field of the form; an empty text if it is missing. */
  public String field(String name) {
    String value = context.formParam(name);
    return value == null ? "" : value;
  }

  /**
   * Tells whether the reader's session still lasts, and its reader may still see something. Asking
   * does not prolong the session. Thread-safe.
   *
   * @param allowed whether an administrator may see it
   */
  public BooleanSupplier lasts(Predicate<SignedIn> allowed) {
    Sessions sessions = services.sessions();
    String token = formSecret;
    return () -> sessions.current(token).filter(allowed).isPresent();
  }

  /** Refuses a reader who may not use a realm. */
  public void requireRealm(String realm) throws PageProblem {
    if (!reader().mayUse(realm)) {
      throw PageProblem.forbidden();
    }
  }

  /** Refuses a reader who is limited to some realms. */
  public void requireAllRealms() throws PageProblem {
    if (!reader().mayUseAll()) {
      throw PageProblem.forbidden();
    }
  }

  /** Answers with a page; see {@link Templates#render}. */
  public void show(Section section, String template, String title, Object page) {
    show(HttpStatus.OK, Optional.of(section), template, title, page);
  }

  /** Answers with a page of another status than 200. */
  public void show(HttpStatus status, Section section, String template, String title, Object page) {
    show(status, Optional.of(section), template, title, page);
  }

  void show(
      HttpStatus status, Optional<Section> section, String template, String title, Object page) {
    Frame frame =
        new Frame(
            title,
            texts,
            reader,
            FormToken.of(formSecret),
            section,
            languageLinks(),
            services.assets());
    String html = services.templates().render(template, frame, page);
    context.status(status).contentType("text/html; charset=utf-8");
    context.header("Content-Language", texts.language().code());
    context.result(html);
  }

  /** Answers with a redirection to another page, after a form. */
  public void redirect(String path) {
    context.redirect(path, HttpStatus.SEE_OTHER);
  }

  private List<Frame.LanguageLink> languageLinks() {
    return Arrays.stream(Language.values())
        .map(each -> new Frame.LanguageLink(each, languageLink(each), each == texts.language()))
        .toList();
  }

  private String languageLink(Language language) {
    // a path that begins with two slashes would be taken for the name of another server
    Link link = Link.to(context.path().replaceFirst("^[/\\\\]+", "/"));
    context
        .queryParamMap()
        .forEach(
            (name, values) -> {
              if (!name.equals(LanguageChoice.PARAMETER) && !values.isEmpty()) {
                link.with(name, values.get(0));
              }
            });
    return link.with(LanguageChoice.PARAMETER, language.code()).href();
  }
}
