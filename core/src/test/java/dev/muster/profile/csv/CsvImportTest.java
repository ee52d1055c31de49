package dev.muster.profile.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.muster.password.EncodedHash;
import dev.muster.problem.Problem;
import dev.muster.problem.ProblemCode;
import dev.muster.problem.Warning;
import dev.muster.report.Outcome;
import dev.muster.report.RecordResult;
import dev.muster.user.Account;
import dev.muster.user.ExternalId;
import dev.muster.user.UniqueScope;
import dev.muster.value.Struct;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CsvImportTest {

  private final Tables tables = new Tables();

  @Test
  void createsUsersWithWhatTheCellsSay() {
    RecordResult result =
        tables.runOne(
            "email,username,first_name,last_name,phone,nickname",
            "Ann@Example.com,Ann,Ann,Noël,0606060606,");

    Account account = tables.onlyAccount();
    assertThat(result.outcome()).isEqualTo(Outcome.INSERTED);
    assertThat(account.email().value()).isEqualTo("Ann@Example.com");
    assertThat(account.emailVerified()).isTrue();
    assertThat(account.username().value()).isEqualTo("Ann");
    assertThat(account.attributes().text("given_name")).isEqualTo("Ann");
    assertThat(account.attributes().text("family_name")).isEqualTo("Noël");
    assertThat(account.customAttributes().names()).containsExactly("phone");
    assertThat(account.customAttributes().text("phone")).isEqualTo("+33606060606");
    assertThat(account.password()).isNull();
    assertThat(account.verifiedAttributes()).isEmpty();
  }

  @Test
  void findsUsersByTheCanonicalEmailAndShowsTheOneGivenLast() {
    tables.runOne("email,first_name", "ANN@EXAMPLE.COM,Ann");

    RecordResult result = tables.runOne("email,first_name", "ann@example.com,Anna");

    assertThat(result.outcome()).isEqualTo(Outcome.UPDATED);
    assertThat(tables.onlyAccount().email().value()).isEqualTo("ann@example.com");
    assertThat(tables.onlyAccount().attributes().text("given_name")).isEqualTo("Anna");
  }

  @Test
  void findsUsersByExactlyTheirUserName() {
    tables.runOne("username,first_name", "Bob,B");

    assertThat(tables.runOne("username,first_name", "Bob,C").outcome()).isEqualTo(Outcome.UPDATED);
    assertThat(tables.runOne("username,first_name", "bob,D").problems())
        .extracting(Problem::code)
        .containsExactly(ProblemCode.UNIQUE_CONSTRAINT_FAILED);
  }

  @Test
  void findsUsersByAnyOtherColumn() {
    tables.run("username,first_name,phone", "e1,Elliott,0606060601", "e2,Erin,0606060602");

    assertThat(tables.runOne("first_name key,last_name", "Erin,X").userId()).isEqualTo(2);
    assertThat(tables.runOne("phone key,last_name", "+33 6 06 06 06 01,Y").userId()).isEqualTo(1);
    assertThat(tables.runOne("first_name key,last_name", "Nobody,Z").outcome())
        .isEqualTo(Outcome.INSERTED);
  }

  @Test
  void refusesAKeyThatFitsSeveralUsers() {
    tables.run("username,first_name", "e1,Erin", "e2,Erin");

    assertThat(tables.runOne("first_name key,last_name", "Erin,X").problems())
        .extracting(Problem::code, Problem::message)
        .containsExactly(tuple(ProblemCode.KEY_MATCHES_TOO_MANY_USERS, "The key fits 2 users."));
  }

  @Test
  void refusesRowsWithoutAKeyAndCollectsAllThatIsWrong() {
    assertThat(
            tables
                .runOne(
                    "email,_source_name,first_name,phone,_source_id,@registration", ",a b,A,x,,y")
                .problems())
        .extracting(Problem::code, Problem::message, Problem::column)
        .containsExactly(
            tuple(ProblemCode.DATA_ERROR, "Enter a valid phone number.", 3),
            tuple(
                ProblemCode.DATA_ERROR,
                "Enter a valid source name consisting of letters, numbers, underscores or hyphens.",
                1),
            tuple(ProblemCode.DATA_ERROR, "This field is required.", 4),
            tuple(
                ProblemCode.DATA_ERROR,
                "Unknown registration option \"y\". A cell can have send-email, or be empty for no"
                    + " mail.",
                5));
    assertThat(tables.runOne("email,first_name", ",A").problems())
        .extracting(Problem::message, Problem::column)
        .containsExactly(tuple("This field is required.", 0));
    assertThat(tables.runOne("first_name,email", "A").problems())
        .extracting(Problem::message, Problem::column)
        .containsExactly(tuple("This field is required.", 1));
  }

  @Test
  void clearsWithEmptyCellsAndKeepsWhatShortRowsLeaveOut() {
    tables.runOne("username,email,first_name,nickname", "u,u@example.com,U,Uli");

    tables.runOne("username key,email,first_name,nickname", "u,,");
    assertThat(tables.onlyAccount().email()).isNull();
    assertThat(tables.onlyAccount().emailVerified()).isFalse();
    assertThat(tables.onlyAccount().attributes()).isEqualTo(Struct.EMPTY);
    assertThat(tables.onlyAccount().customAttributes().text("nickname")).isEqualTo("Uli");

    tables.runOne("username key,nickname", "u,");
    assertThat(tables.onlyAccount().customAttributes()).isEqualTo(Struct.EMPTY);
  }

  @Test
  void writesAsTheCreateAndUpdateFlagsSay() {
    String header =
        "email no-update,username key,first_name no-create,last_name no-update,"
            + "password_hash no-update";
    tables.runOne(header, "a@example.com,u,A,A,toy$1");
    assertThat(tables.onlyAccount().attributes().names()).containsExactly("family_name");

    tables.runOne(header, "b@example.com,u,B,B,toy$2");
    assertThat(tables.onlyAccount().email().value()).isEqualTo("a@example.com");
    assertThat(tables.onlyAccount().attributes().text("given_name")).isEqualTo("B");
    assertThat(tables.onlyAccount().attributes().text("family_name")).isEqualTo("A");
    assertThat(tables.onlyAccount().password().encoded()).isEqualTo("toy$1");
  }

  @Test
  void tellsWhichCellsMadeADifference() {
    String header = "email,first_name,phone,@force-password-reset,password_hash,_role_slug";
    tables.runOne(header, "a@example.com,A,0606060606,1,toy$1,boss");

    RecordResult same = tables.runOne(header, "a@example.com,A,06 06 06 06 06,1,toy$1,");
    assertThat(same.changed()).isFalse();
    assertThat(same.effects().isEmpty()).isTrue();

    RecordResult other = tables.runOne(header, "a@example.com,B,0606060607,0,toy$2,boss");
    assertThat(other.effects().stream()).containsExactly(1, 2, 4, 5);
  }

  @Test
  void marksEmailsThatChangeAndLeavesOthersAsTheyAre() {
    tables.runOne("username,email no-verified", "u,a@example.com");
    assertThat(tables.onlyAccount().emailVerified()).isFalse();

    tables.runOne("username key,email verified", "u,a@example.com");
    assertThat(tables.onlyAccount().emailVerified()).isFalse();

    tables.runOne("username key,email", "u,b@example.com");
    assertThat(tables.onlyAccount().emailVerified()).isTrue();

    tables.runOne("username key,email no-verified", "u,c@example.com");
    assertThat(tables.onlyAccount().emailVerified()).isFalse();
  }

  @Test
  void recordsVerifiedNamesAndAttributes() {
    tables.runOne(
        "email,first_name verified,last_name,phone verified", "a@example.com,A,B,0606060606");
    assertThat(tables.onlyAccount().verifiedAttributes()).containsExactly("given_name", "phone");

    tables.runOne("email,first_name,last_name verified,phone verified", "a@example.com,A2,B,");
    assertThat(tables.onlyAccount().verifiedAttributes()).containsExactly("family_name");
  }

  @Test
  void keepsExternalIdsAndFindsUsersByThemInAnyRealm() {
    String header = "_source_name,_source_id,email";
    tables.runOne(header, "app-1,7,old@example.com");
    assertThat(tables.onlyAccount().externalIds()).containsExactly(new ExternalId("app-1", "7"));

    Tables elsewhere = tables.inRealm(Tables.realm(2, UniqueScope.REALM));
    assertThat(elsewhere.runOne(header, "app-1,7,new@example.com").outcome())
        .isEqualTo(Outcome.UPDATED);
    assertThat(tables.onlyAccount().email().value()).isEqualTo("new@example.com");
  }

  @Test
  void namesTheOptionThatARegistrationCanHave() {
    for (String wrong : List.of("sendmail", "send_email", "Send-Email", "email", "sendemail")) {
      assertThat(tables.runOne("username,@registration", "u," + wrong).problems())
          .extracting(Problem::message)
          .containsExactly(
              "Unknown registration option \""
                  + wrong
                  + "\". Did you mean send-email? A cell can have send-email, or be empty for no"
                  + " mail.");
    }
    assertThat(tables.runOne("username,@registration", "u,yes").problems())
        .extracting(Problem::message)
        .containsExactly(
            "Unknown registration option \"yes\". A cell can have send-email, or be empty for no"
                + " mail.");
  }

  @Test
  void warnsAboutANewUserWhoHasNoAddressForTheMail() {
    String header = "username key,@registration,email";
    RecordResult without = tables.runOne(header, "u,send-email,");
    assertThat(without.outcome()).isEqualTo(Outcome.INSERTED);
    assertThat(without.problems()).isEmpty();
    assertThat(without.invited()).isFalse();
    assertThat(without.warnings())
        .containsExactly(new Warning(AddressWarning.MESSAGE, 1, Optional.of("no-email-address")));
    assertThat(tables.runOne(header, "v,send-email,v@example.com").warnings()).isEmpty();
    assertThat(tables.runOne(header, "w,,").warnings()).isEmpty();
    assertThat(tables.runOne(header, "u,send-email,").warnings())
        .as("who exists gets no mail anyway")
        .isEmpty();
  }

  @Test
  void sendsRegistrationMailsToNewUsersOnly() {
    tables.runOne("username,first_name", "u,U");
    tables.runOne("username,@registration", "u,send-email");
    assertThat(tables.onlyAccount().registrationDue()).isFalse();

    tables.run("username,@registration", "v,send-email", "w,");
    assertThat(tables.users())
        .extracting(user -> user.account().registrationDue())
        .containsExactly(false, true, false);
  }

  @Test
  void asksForANewPasswordAndNeverTakesThatBack() {
    tables.runOne("email,@force-password-reset", "a@example.com,False");
    assertThat(tables.onlyAccount().passwordResetRequired()).isFalse();
    tables.runOne("email,@force-password-reset", "a@example.com,true");
    tables.runOne("email,@force-password-reset", "a@example.com,false");
    assertThat(tables.onlyAccount().passwordResetRequired()).isTrue();
  }

  @Test
  void takesPasswordHashesOfTheKnownEncodingsOnly() {
    List<RecordResult> results =
        tables.run(
            "email,password_hash",
            "a@example.com,toy$1",
            "b@example.com,",
            "c@example.com,$2a$10$x",
            "d@example.com,toy$",
            "e@example.com,toy$$3",
            "f@example.com");

    assertThat(results)
        .extracting(result -> result.problems().stream().map(Problem::message).toList())
        .containsExactly(
            List.of(),
            List.of(
                "Unknown hashing algorithm. The cell is empty: if some users have no password, add"
                    + " a column password_scheme, which may be empty too: in a mapping,"
                    + " constants: {password_scheme: ''}."),
            List.of("Unknown hashing algorithm."),
            List.of("Invalid format for toy hasher"),
            List.of("toy cost must be from 1 to 2"),
            List.of());
    assertThat(tables.users()).hasSize(2);
  }

  @Test
  void aSchemeOfItsOwnColumnLetsRowsBeWithoutPassword() {
    List<RecordResult> results =
        tables.run(
            "email,password_salt,password_scheme,password_hash",
            "a@example.com,salt,toy,hash",
            "b@example.com,,toy,",
            "c@example.com,,,",
            "d@example.com,,,hash",
            "e@example.com");

    assertThat(results)
        .extracting(result -> result.problems().stream().map(Problem::message).toList())
        .containsExactly(List.of(), List.of(), List.of(), List.of("no scheme"), List.of());
    assertThat(results.get(3).problems().get(0).column()).isEqualTo(2);
    assertThat(tables.users())
        .extracting(user -> user.account().password())
        .containsExactly(new EncodedHash("toy", "salthash"), null, null, null);

    tables.runOne("email,password_scheme,password_hash", "a@example.com,toy,");
    assertThat(tables.users().get(0).account().password())
        .isEqualTo(new EncodedHash("toy", "salthash"));
  }

  @Test
  void disablesLeaversAndEnablesReturners() {
    tables.runOne("email,@disabled", "a@example.com,TRUE");
    assertThat(tables.onlyAccount().disabled()).isTrue();
    tables.runOne("email,@disabled", "a@example.com,");
    tables.runOne("email", "a@example.com");
    tables.runOne("email,@disabled no-update", "a@example.com,no");
    assertThat(tables.onlyAccount().disabled()).isTrue();
    tables.runOne("email,@disabled", "a@example.com,no");
    assertThat(tables.onlyAccount().disabled()).isFalse();

    RecordResult wrong = tables.runOne("email,@disabled", "a@example.com,maybe");
    assertThat(wrong.problems())
        .extracting(Problem::message)
        .containsExactly("Enter true or false.");
  }

  @Test
  void accountsHaveAValidPeriod() {
    String header = "email,@valid-until,@valid-from";
    tables.runOne(header, "a@example.com,2030-6-30,2020-01-01T08:00:00+02:00");
    assertThat(tables.onlyAccount().validFrom()).isEqualTo("2020-01-01T06:00:00Z");
    assertThat(tables.onlyAccount().validUntil()).isEqualTo("2030-06-30T00:00:00Z");
    tables.runOne(header, "a@example.com,2040-06-30 12:00:00Z,2035-01-01");
    assertThat(tables.onlyAccount().validFrom()).isEqualTo("2035-01-01T00:00:00Z");
    assertThat(tables.onlyAccount().validUntil()).isEqualTo("2040-06-30T12:00:00Z");

    RecordResult never = tables.runOne("email,@valid-until", "a@example.com,2034-01-01");
    assertThat(never.problems())
        .containsExactly(
            Problem.inColumn(
                ProblemCode.DATA_ERROR, "@valid-from must be before @valid-until.", 1));
    RecordResult wrong = tables.runOne("email,@valid-from", "a@example.com,01/02/2030");
    assertThat(wrong.problems())
        .extracting(Problem::message)
        .containsExactly(
            "Enter a date or a time with its zone, as 2030-01-31 or 2030-01-31T08:00:00Z, not"
                + " \"01/02/2030\".");

    assertThat(tables.runOne(header, "a@example.com,,").effects().cardinality()).isEqualTo(2);
    assertThat(tables.onlyAccount().validFrom()).isNull();
    assertThat(tables.onlyAccount().validUntil()).isNull();
    assertThat(tables.runOne(header, "a@example.com,,").effects().cardinality()).isZero();
  }
}
