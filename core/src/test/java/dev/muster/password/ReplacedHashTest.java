package dev.muster.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.user.AccountEditor;
import org.junit.jupiter.api.Test;

class ReplacedHashTest {

  private static final EncodedHash WEAK = new EncodedHash("django-md5", "md5$grain$secret");
  private static final EncodedHash BETTER = new EncodedHash("argon2", "$argon2id$better");

  @Test
  void itIsOfOneHashAndDoesNotShowIt() {
    ReplacedHash replaced = ReplacedHash.of(WEAK);
    assertThat(replaced.isOf(WEAK)).isTrue();
    assertThat(replaced.isOf(BETTER)).isFalse();
    assertThat(replaced.isOf(new EncodedHash("django-sha1", WEAK.encoded()))).isFalse();
    assertThat(replaced.digest()).hasSize(43);
    assertThat(replaced.toString()).doesNotContain(replaced.digest());
  }

  @Test
  void aReplacedHashIsNoChange() {
    AccountEditor edit = new AccountEditor(null);
    edit.password(WEAK);
    edit.reencoded(BETTER, ReplacedHash.of(WEAK));
    assertThat(edit.password(WEAK)).isFalse();
    assertThat(edit.password()).isEqualTo(BETTER);
    assertThat(edit.password(BETTER)).isFalse();
    assertThat(edit.account().replacedHash()).isEqualTo(ReplacedHash.of(WEAK));
    assertThat(edit.password(null)).isTrue();
    assertThat(edit.account().replacedHash()).isNull();
    assertThat(edit.password(WEAK)).isTrue();
  }
}
