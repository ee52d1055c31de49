package dev.muster.app.console.page;

import dev.muster.app.store.Administrator;
import java.util.Optional;
import java.util.stream.Stream;

/** Begins the session of an administrator whose identity is certain. */
final class SessionStart {

  private final PageServices services;

  SessionStart(PageServices services) {
    this.services = services;
  }

  /**
   * Begins a session, and sends the reader to the page that was wanted.
   *
   * @param administrator as it was when the identity was verified
   * @param to the wanted path, which may be forged; an empty text for what the cookie says
   * @return whether there is a session; not if the administrator was changed or deleted since
   */
  boolean begin(Visit visit, Administrator administrator, String to) {
    Optional<String> token = services.sessions().begin(administrator);
    if (token.isEmpty()) {
      return false;
    }
    Cookies cookies = services.cookies();
    cookies.session(visit.context()).ifPresent(services.sessions()::end);
    cookies.startSession(visit.context(), token.get());
    Optional<String> wanted =
        Stream.of(Optional.of(to), cookies.wantedPath(visit.context()))
            .flatMap(Optional::stream)
            .filter(path -> !path.isEmpty())
            .findFirst()
            .flatMap(LocalPath::of);
    cookies.forgetWantedPath(visit.context());
    visit.redirect(wanted.orElse(Section.IMPORTS.path()));
    return true;
  }
}
