package dev.muster.profile.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.profile.AttributeKind;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnNamesTest {

  private final ColumnNames names =
      new ColumnNames(
          List.of(
              Tables.attribute("telno", AttributeKind.PHONE_NUMBER),
              Tables.attribute("staff_number", AttributeKind.INTEGER),
              Tables.attribute("born", AttributeKind.DATE)));

  @ParameterizedTest
  @CsvSource({
    "Phone Number, telno",
    "Handynr., telno",
    "Tél. portable, telno",
    "Date of birth, born",
    "Fecha nacimiento, born",
    "Geb.-Datum, born",
    "First Name, first_name",
    "E-POSTA, email",
    "Электронная почта, email",
    "メールアドレス, email",
    "邮箱, email",
    "Courriel pro, email",
    "User name [userPrincipalName] Required, username",
    "Block sign in (Yes/No) [accountEnabled] Required, @disabled",
    "'Name, first', first_name",
    "Emial, email",
    "E-Mail privat, email",
    "Staff Number, staff_number",
    "Number of staff, ''",
    "number staff, staff_number",
    "staff_nubmer, staff_number",
    "Disabled, @disabled",
    "Rolle, _role_name",
    "u.email, email",
    "public.users.mail, email",
    "U.FIRST_NAME, first_name",
    "auth_user.last_name, last_name",
    "p1.born, born"
  })
  void namesThatShareTheirMeaningAreFound(String name, String meant) {
    assertThat(names.meant(name).orElse("")).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Full Name",
        "Role Nmae",
        "disabeld",
        "_role_nmae",
        "regsitration",
        "Kostenstelle",
        "Room Number",
        "Nickname2",
        "Ort",
        "usr",
        "manager.email",
        "company.name"
      })
  void namesThatShareOnlyLettersAreNot(String name) {
    assertThat(names.meant(name)).isEmpty();
  }
}
