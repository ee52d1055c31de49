package dev.muster.app.hash.spelling;

import static dev.muster.app.hash.scheme.Advice.ADVISABLE;

import dev.muster.app.hash.kdf.PhcPbkdf2;
import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Decimal;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.HashSpellings.Respelled;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * macOS's ShadowHashData as a property list in XML: the dictionary {@code SALTED-SHA512-PBKDF2}
 * with {@code entropy}, {@code iterations} and {@code salt}. Other kinds of hashes in it are
 * ignored.
 *
 * <p>Source: Apple's documentation of device management, {@code PasswordHash}.
 */
final class MacOsPlist {

  private static final int LENGTH_MAX = 20_000;
  private static final int KEY_LENGTH = 128;
  private static final String MARK = "<key>SALTED-SHA512-PBKDF2</key>";
  private static final Pattern FORM =
      Pattern.compile(
          ("\\s*<dict>\\s*<key>entropy</key>\\s*<data>([^<]*)</data>"
                  + "\\s*<key>iterations</key>\\s*<integer>(N)</integer>"
                  + "\\s*<key>salt</key>\\s*<data>([^<]*)</data>\\s*</dict>")
              .replace("N", Decimal.PATTERN));

  static final List<KnownSpelling> SPELLINGS =
      List.of(
          new KnownSpelling(
              "macos-plist",
              new About(
                  "macOS: ShadowHashData in XML",
                  "<?xml version=\"1.0\" encoding=\"UTF-8\"?> <!DOCTYPE plist PUBLIC \"-//App"
                      + "le//DTD PLIST 1.0//EN\" \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\""
                      + "> <plist version=\"1.0\"> <dict> <key>SALTED-SHA512-PBKDF2</key> <dict> <k"
                      + "ey>entropy</key> <data> 0TUH1s1kMis2AwiquIy+99NwRsZ4ceYxeMbjdYbdQhG3pvvdN5"
                      + "1izWARpMl2 dCDs2tQbjAzhQ1NESs+ItKpukmWKVdAkRwlq3/3t4VzbO01pvNCuiFlT34+i 9l"
                      + "wgrmJbEzWbNKSUGXkBCMNweTTIiEY3CZfCWdoiDeIbWJRpNRc= </data> <key>iterations"
                      + "</key> <integer>100</integer> <key>salt</key> <data> AAECAwQFBgcICQoLDA0OD"
                      + "w== </data> </dict> </dict> </plist>",
                  "correct horse battery staple",
                  "macOS since 10.8, Puppet, device management",
                  "plutil -extract ShadowHashData.0 raw NAME.plist | base64 -d | plutil -convert"
                      + " xml1 -o - -",
                  ADVISABLE),
              "<",
              MacOsPlist::respelled));

  private MacOsPlist() {}

  private static Optional<Respelled> respelled(String text) {
    int mark = text.indexOf(MARK);
    if (mark < 0 || text.length() > LENGTH_MAX) {
      return Optional.empty();
    }
    Matcher form = FORM.matcher(text).region(mark + MARK.length(), text.length());
    if (!form.lookingAt()) {
      return Optional.empty();
    }
    Optional<SecretBytes> key = data(form.group(1)).filter(k -> k.length() == KEY_LENGTH);
    return data(form.group(3))
        .flatMap(salt -> key.map(k -> PhcPbkdf2.respelled("sha512", form.group(2), salt, k)));
  }

  /** Base64 in lines. */
  private static Optional<SecretBytes> data(String text) {
    return SecretBytes.ofBase64(text.replaceAll("\\s", ""));
  }
}
