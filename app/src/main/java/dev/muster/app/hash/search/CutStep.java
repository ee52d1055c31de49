package dev.muster.app.hash.search;

import java.util.Optional;

/** A step by which hash and salt are taken out of one text. */
sealed interface CutStep permits Division, JoinedBytes, JsonMembers, LeadingTag, WrittenBytes {

  /** The hash and salt after this step; empty if the hash has not the form that it takes apart. */
  Optional<Cells> apply(Cells cells);

  /** The step as an instruction: {@code leave out the dashes}. */
  String words();
}
