package dev.muster.profile.csv.suggest;

import dev.muster.profile.csv.mapping.SourceName;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Words for yes and no in English, French, German and Spanish, and in exports; and words for the
 * state of an account, which mean the same in a column "Active" and in a column "Suspended".
 */
final class BooleanWords {

  private static final Set<String> YES =
      words("true,t,yes,y,1,on,oui,o,vrai,ja,j,wahr,sí,verdadero,x");

  private static final Set<String> NO = words("false,f,no,n,0,off,non,faux,nein,falsch,falso");

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

  private BooleanWords() {}

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
