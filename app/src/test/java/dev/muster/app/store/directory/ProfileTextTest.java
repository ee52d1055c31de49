package dev.muster.app.store.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.store.RandomUsers;
import dev.muster.password.EncodedHash;
import dev.muster.user.Account;
import dev.muster.user.AccountEditor;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProfileTextTest {

  @Test
  void whatHasNoColumnOfItsOwnComesBack() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      Account account = RandomUsers.random(random, 1).account();
      AccountEditor restored = new AccountEditor(null);
      ProfileText.restore(text(account), restored);
      assertThat(text(restored.account())).as("seed %d", seed).isEqualTo(text(account));
      assertThat(restored.account().customAttributes()).isEqualTo(account.customAttributes());
      assertThat(restored.account().replacedHash()).isEqualTo(account.replacedHash());
      assertThat(restored.account().mfa()).isEqualTo(account.mfa());
      assertThat(restored.account().validFrom()).isEqualTo(account.validFrom());
    }
  }

  @Test
  void anEmptyAccountTakesTwoBytes() {
    assertThat(text(Account.EMPTY)).isEqualTo("{}");
  }

  @Test
  void aHashKeepsItsSchemeWhateverItHolds() {
    EncodedHash hash = new EncodedHash("bcrypt", "a}b{c}");
    assertThat(ProfileText.hash(ProfileText.hashText(hash))).isEqualTo(hash);
    assertThat(ProfileText.hash(ProfileText.hashText(null))).isNull();
  }

  private static String text(Account account) {
    return ProfileText.write(account, ProfileText.room()).toString();
  }
}
