package dev.muster.app.console.page;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What the layout of a page shows around its content.
 *
 * @param title the page's name
 * @param reader empty on pages for everybody
 * @param formToken the value of the hidden field {@code _csrf} of the page's forms
 * @param section the section that the page belongs to
 * @param languageLinks the page in each language, in their order
 */
public record Frame(
    String title,
    Texts texts,
    Optional<SignedIn> reader,
    String formToken,
    Optional<Section> section,
    List<LanguageLink> languageLinks,
    Assets assets) {

  /** A link to the page in a language. */
  public record LanguageLink(Language language, String href, boolean current) {}

  public Frame {
    languageLinks = List.copyOf(languageLinks);
  }

  /** The sections that the reader may see. */
  public List<Section> sections() {
    return reader
        .map(who -> Arrays.stream(Section.values()).filter(each -> each.isFor(who)).toList())
        .orElse(List.of());
  }

  /** The path of an asset; see {@link Assets#path}. */
  public String asset(String name) {
    return assets.path(name);
  }
}
