package dev.muster.app.hash.spelling;

import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.vendor.FirebaseExport;
import dev.muster.password.HashSpellings.Respelled;
import java.util.List;

/**
 * Users of Firebase's export. If the parameters of the project were added, their hashes can be
 * verified; otherwise only hash and salt are left of them.
 */
final class FirebaseAccount {

  static final List<KnownSpelling> SPELLINGS =
      List.of(
          new KnownSpelling(
              "firebase-user",
              new About(
                  "Firebase: a user of the export, with the parameters of the project",
                  "{\"localId\":\"abc\",\"email\":\"ann@example.com\",\"passwordHash"
                      + "\":\"TC/2FsNYM61dgRpMRBY/p1fL2GqHMqd8uQm9L0fkLzPuPsN/lR8oK"
                      + "MQeHkda+rOYjFbntbM31UuYAqJMnBQ6VA==\",\"salt\":\"42xEC+ixf3L"
                      + "2lw==\",\"createdAt\":\"1700000000000\",\"providerUserInfo\":[]"
                      + ",\"hashConfig\":{\"algorithm\":\"SCRYPT\",\"signerKey\":\"jxspr8K"
                      + "i0RYycVU8zykbdLGjFQ3McFUH0uiiTvC8pVMXAn210wjLNmdZJzxUECK"
                      + "bm0QsEmYUSDzZvpjeJ9WmXA==\",\"saltSeparator\":\"Bw==\",\"round"
                      + "s\":8,\"memoryCost\":6}}",
                  "correct horse battery staple",
                  "Firebase Authentication",
                  "firebase auth:export users.json --format=json; then add to each user, as"
                      + " hashConfig, what the console shows as password hash parameters",
                  Advice.ADVISABLE),
              "{ \t\n",
              text ->
                  FirebaseExport.of(text)
                      .flatMap(user -> user.complete().or(user::credential))
                      .map(hash -> Respelled.of("firebase-scrypt", hash))));

  private FirebaseAccount() {}
}
