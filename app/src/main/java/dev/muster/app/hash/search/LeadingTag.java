package dev.muster.app.hash.search;

import java.util.Optional;

/** Leaves out a tag in braces at the beginning of a text, such as <code>{SHA256}</code>. */
record LeadingTag() implements CutStep {

  @Override
  public Optional<Cells> apply(Cells cells) {
    int end = cells.hash().indexOf('}');
    return cells.hash().startsWith("{") && end < cells.hash().length() - 1 && end > 0
        ? Optional.of(cells.withHash(cells.hash().substring(end + 1)))
        : Optional.empty();
  }

  @Override
  public String words() {
    return "leave out the tag in braces at its beginning";
  }
}
