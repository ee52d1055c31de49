package dev.muster.profile.auth0;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RowSchemaTest {

  private static final String VALID =
      "$2b$10$nrTlnzBUUt9HmkmuPvuTP.0iZUk0WFYNFZ0jYbsqJkHWsjnjVDXtC";

  @Test
  void bcryptHashesAreThoseOfThePattern() {
    Random random = new Random();
    List<String> starts =
        List.of("$2b$10", "$2a$10", "$2$10", "$2y$10", "$2b$12", "$2b$1", "2b$10");
    int valid = 0;
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text =
          new StringBuilder(starts.get(random.nextInt(starts.size())))
              .append("0".repeat(random.nextInt(3)))
              .append(random.nextInt(9) == 0 ? "" : "$")
              .append(VALID, VALID.length() - 53, VALID.length() - random.nextInt(2));
      if (random.nextBoolean()) {
        text.setCharAt(
            random.nextInt(text.length()), "-./09:@AZ[`az{\n".charAt(random.nextInt(14)));
      }
      String hash = text.toString();
      boolean expected = RowSchema.BCRYPT.matcher(hash).matches();
      assertThat(RowSchema.isBcrypt(hash)).as(hash).isEqualTo(expected);
      valid += expected ? 1 : 0;
    }
    assertThat(RowSchema.isBcrypt(VALID)).isTrue();
    assertThat(RowSchema.isBcrypt(VALID + "\n")).isFalse();
    assertThat(valid).isPositive();
  }
}
