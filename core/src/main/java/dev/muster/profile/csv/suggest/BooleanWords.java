package dev.muster.profile.csv.suggest;

import dev.muster.profile.csv.mapping.SourceName;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Words for yes and no in several languages, and in exports; and words for the state of an account,
 * which mean the same in a column "Active" and in a column "Suspended".
 */
final class BooleanWords {

  private static final Set<String> YES =
      words(
          "true,t,yes,y,1,on,oui,o,vrai,ja,j,wahr,sí,verdadero,x,sì,vero,sim,verdadeiro,waar,tak,"
              + "✓,✔");

  private static final Set<String> NO =
      words("false,f,no,n,0,off,non,faux,nein,falsch,falso,não,nee,onwaar,nie,✗,✘");

  private static final Set<String> WORKING =
      words(
          "active,activated,enabled,unlocked,unblocked,"
              + "actif,active,activé,activée,débloqué,"
              + "aktiv,aktiviert,freigeschaltet,entsperrt,"
              + "activo,activa,activado,habilitado,desbloqueado");

  private static final Set<String> CLOSED =
      words(
          "inactive,deactivated,disabled,suspended,blocked,locked,"
              + "inactif,désactivé,désactivée,suspendu,suspendue,bloqué,bloquée,verrouillé,"
              + "inaktiv,deaktiviert,gesperrt,blockiert,"
              + "inactivo,inactiva,desactivado,deshabilitado,inhabilitado,suspendido,bloqueado");

  /** Words and their opposites, which are suggested too for a file that has only one answer. */
  private static final Map<String, String> OPPOSITES =
      opposites(
          "true/false,t/f,yes/no,y/n,1/0,on/off,oui/non,o/n,vrai/faux,ja/nein,j/n,wahr/falsch,"
              + "sí/no,verdadero/falso,active/inactive,enabled/disabled,unlocked/locked,"
              + "unblocked/blocked,activated/deactivated,active/suspended,actif/inactif,"
              + "activé/désactivé,activée/désactivée,débloqué/bloqué,aktiv/inaktiv,"
              + "aktiviert/deaktiviert,entsperrt/gesperrt,activo/inactivo,activa/inactiva,"
              + "activado/desactivado,habilitado/deshabilitado,desbloqueado/bloqueado,"
              + "vero/falso,sim/não,waar/onwaar,nee/ja,tak/nie,✓/✗,✔/✘");

  private BooleanWords() {}

  /**
   * What the words of a column become: {@code true} or {@code false}, and likewise their opposites
   * if all of them become the same.
   *
   * @param isTrue what a known word becomes
   */
  static Struct values(Collection<String> words, Predicate<String> isTrue) {
    Struct.Builder values = new Struct.Builder();
    Set<Boolean> answers = new HashSet<>();
    for (String word : words) {
      boolean answer = isTrue.test(word);
      values.put(word, Value.of(String.valueOf(answer)));
      answers.add(answer);
    }
    for (String word : words) {
      String opposite = OPPOSITES.get(SourceName.plain(word));
      if (opposite != null && answers.size() == 1) {
        values.put(opposite, Value.of(String.valueOf(isTrue.test(opposite))));
      }
    }
    return values.build();
  }

  private static Map<String, String> opposites(String pairs) {
    Map<String, String> opposites = new HashMap<>();
    for (String pair : pairs.split(",", -1)) {
      String[] words = pair.split("/", -1);
      opposites.putIfAbsent(SourceName.plain(words[0]), SourceName.plain(words[1]));
      opposites.putIfAbsent(SourceName.plain(words[1]), SourceName.plain(words[0]));
    }
    return Map.copyOf(opposites);
  }

  static boolean isKnown(String text) {
    String word = SourceName.plain(text);
    return YES.contains(word) || NO.contains(word) || isState(word);
  }

  /**
   * Whether a cell answers yes.
   *
   * @param text a known word
   * @param aboutClosed whether the column asks if an account is closed, not if it works
   */
  static boolean isYes(String text, boolean aboutClosed) {
    String word = SourceName.plain(text);
    return isState(word) ? CLOSED.contains(word) == aboutClosed : YES.contains(word);
  }

  private static boolean isState(String word) {
    return WORKING.contains(word) || CLOSED.contains(word);
  }

  private static Set<String> words(String list) {
    return Arrays.stream(list.split(","))
        .map(SourceName::plain)
        .collect(Collectors.toUnmodifiableSet());
  }
}
