package dev.muster.profile.csv;

import dev.muster.problem.Nearest;
import dev.muster.problem.ShownText;
import java.util.List;
import java.util.Locale;

/** {@code @registration}: how a new user can choose a password. */
record RegistrationRule(Column column) implements CellRule {

  private static final String SEND_EMAIL = "send-email";

  @Override
  public void read(Cells cells, RowDraft row) {
    String text = cells.at(column);
    if (text == null || text.isEmpty()) {
      return;
    }
    if (text.equals(SEND_EMAIL)) {
      row.wish(new RegistrationWish(column));
      row.wishAtLast(new AddressWarning(column));
    } else {
      row.complain(column, unknown(text));
    }
  }

  private static String unknown(String text) {
    // people write sendmail, email, mail, or a word for yes
    boolean meant =
        Nearest.to(text.toLowerCase(Locale.ROOT), List.of(SEND_EMAIL)).isPresent()
            || text.toLowerCase(Locale.ROOT).contains("mail");
    return "Unknown registration option "
        + ShownText.quoted(text)
        + "."
        + (meant ? " Did you mean send-email?" : "")
        + " A cell can have send-email, or be empty for no mail.";
  }
}
