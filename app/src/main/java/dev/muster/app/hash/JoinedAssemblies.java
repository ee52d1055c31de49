package dev.muster.app.hash;

import static dev.muster.password.HashPart.COST;
import static dev.muster.password.HashPart.DIGEST;
import static dev.muster.password.HashPart.HASH;
import static dev.muster.password.HashPart.SALT;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Assemblies of systems whose texts are their columns with separators, each as it stands. */
final class JoinedAssemblies {

  private JoinedAssemblies() {}

  /** The assemblies by their schemes. */
  static Map<String, HashAssembly> all() {
    Map<String, HashAssembly> all = new LinkedHashMap<>();
    all.put("bcrypt", new HashAssembly(Set.of(SALT, COST), Set.of(), JoinedAssemblies::bcrypt));
    all.put(
        "gitea",
        new HashAssembly(
            Set.of(DIGEST, SALT),
            Set.of(),
            parts -> parts.text(DIGEST) + "$" + parts.text(SALT) + "$" + parts.text(HASH)));
    all.put("aspnet-membership", salted(parts -> parts.text(HASH) + "|1|" + parts.text(SALT)));
    for (String scheme : List.of("better-auth", "node-scrypt")) {
      all.put(scheme, salted(parts -> parts.text(SALT) + ":" + parts.text(HASH)));
    }
    for (String scheme : List.of("magento", "joomla")) {
      all.put(scheme, salted(parts -> parts.text(HASH) + ":" + parts.text(SALT)));
    }
    return all;
  }

  private static HashAssembly salted(HashAssembly.Form form) {
    return new HashAssembly(Set.of(SALT), Set.of(), form);
  }

  /** The salt has 22 characters and the hash 31, in bcrypt's own base64. */
  private static String bcrypt(PartTexts parts) throws BadPart {
    String cost = parts.number(COST);
    return "$2a$"
        + (cost.length() == 1 ? "0" + cost : cost)
        + "$"
        + parts.text(SALT)
        + parts.text(HASH);
  }
}
