package dev.muster.profile.csv.suggest;

import dev.muster.profile.csv.mapping.SourceName;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Words for yes and no in English, French, German and Spanish, and in exports. */
final class BooleanWords {

  private static final Set<String> YES =
      words(
          "true,t,yes,y,1,on,oui,o,vrai,ja,j,wahr,sí,verdadero,x,"
              + "active,actif,aktiv,activo,enabled");

  private static final Set<String> NO =
      words(
          "false,f,no,n,0,off,non,faux,nein,falsch,falso,"
              + "inactive,inactif,inaktiv,inactivo,disabled,"
              + "suspended,blocked");

  private BooleanWords() {}

  static boolean isYes(String text) {
    return YES.contains(SourceName.plain(text));
  }

  static boolean isNo(String text) {
    return NO.contains(SourceName.plain(text));
  }

  private static Set<String> words(String list) {
    return Arrays.stream(list.split(","))
        .map(SourceName::plain)
        .collect(Collectors.toUnmodifiableSet());
  }
}
