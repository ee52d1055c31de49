package dev.muster.app.http.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import dev.muster.app.settings.ProtectedUrl;
import dev.muster.app.settings.SettingsProblem;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.text.ParseException;
import java.util.Locale;
import java.util.Optional;

/**
 * Public keys of others whose tokens are accepted, as a JSON Web Key Set (RFC 7517). Thread-safe.
 */
public interface TrustedKeys {

  /** No keys. */
  TrustedKeys NONE = id -> Optional.empty();

  /**
   * The RSA key with an id.
   *
   * @throws IOException if the key set can't be read
   */
  Optional<RSAKey> find(String id) throws IOException;

  /**
   * The keys at a place.
   *
   * @param place a URL, which is fetched when it is needed and cached for five minutes, or the path
   *     of a file, which is read again when it has changed
   * @param folder what relative paths start from
   * @throws SettingsProblem if a file can't be read, or a URL is neither HTTPS nor of this machine
   */
  static TrustedKeys of(String place, Path folder) throws SettingsProblem {
    String start = place.toLowerCase(Locale.ROOT);
    if (start.startsWith("https://") || start.startsWith("http://")) {
      return new AtUrl(url(place));
    }
    InFile keys = new InFile(folder.resolve(place));
    try {
      keys.read();
      return keys;
    } catch (IOException e) {
      throw new SettingsProblem("auth.keys: " + e.getMessage());
    }
  }

  private static URI url(String place) throws SettingsProblem {
    URI url;
    try {
      url = new URI(place);
    } catch (URISyntaxException e) {
      throw new SettingsProblem("auth.keys: " + place + " is not a URL");
    }
    if (url.getHost() == null) {
      throw new SettingsProblem("auth.keys: " + place + " is a URL without a host");
    }
    if (!ProtectedUrl.is(url)) {
      throw new SettingsProblem(
          "auth.keys: " + place + " is not HTTPS, so anybody could change it");
    }
    return url;
  }

  /** Keys at a URL. */
  final class AtUrl implements TrustedKeys {

    private final JWKSource<SecurityContext> source;

    private AtUrl(URI url) throws SettingsProblem {
      try {
        this.source = JWKSourceBuilder.create(url.toURL()).retrying(true).build();
      } catch (MalformedURLException e) {
        throw new SettingsProblem("auth.keys: " + url + " is not a URL");
      }
    }

    @Override
    public Optional<RSAKey> find(String id) throws IOException {
      JWKMatcher wanted = new JWKMatcher.Builder().keyType(KeyType.RSA).keyID(id).build();
      try {
        return source.get(new JWKSelector(wanted), null).stream().findFirst().map(JWK::toRSAKey);
      } catch (JOSEException e) {
        throw new IOException("the keys of auth.keys can't be fetched: " + e.getMessage(), e);
      }
    }
  }

  /** Keys in a file. */
  final class InFile implements TrustedKeys {

    private final Path file;
    private JWKSet keys = new JWKSet();
    private FileTime changed = FileTime.fromMillis(0);

    private InFile(Path file) {
      this.file = file;
    }

    @Override
    public synchronized Optional<RSAKey> find(String id) throws IOException {
      read();
      JWK key = keys.getKeyByKeyId(id);
      return key instanceof RSAKey rsa ? Optional.of(rsa) : Optional.empty();
    }

    private synchronized void read() throws IOException {
      FileTime now = Files.getLastModifiedTime(file);
      if (!now.equals(changed)) {
        try {
          keys = JWKSet.parse(Files.readString(file));
          changed = now;
        } catch (ParseException e) {
          throw new IOException(file + " is not a JSON Web Key Set: " + e.getMessage(), e);
        }
      }
    }
  }
}
