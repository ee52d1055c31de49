package dev.muster.profile.restauth;

import dev.muster.prepare.Draft;
import dev.muster.prepare.Wish;
import dev.muster.problem.Problem;
import dev.muster.value.Struct;
import java.util.List;

/**
 * {@code properties}: adds missing ones, and replaces existing ones only if they are to be
 * overwritten. Other properties stay unchanged.
 *
 * @param properties texts in their stored form
 * @param problems problems of properties that can't be stored; reported after all passwords
 */
record PropertiesWish(Struct properties, List<Problem> problems, boolean overwrite)
    implements Wish {

  @Override
  public boolean grant(Draft draft) {
    problems.forEach(draft::refuse);
    boolean changed = false;
    for (int i = 0; i < properties.size(); i++) {
      String name = properties.nameAt(i);
      if (overwrite || draft.account().customAttribute(name) == null) {
        changed |= draft.account().customAttribute(name, properties.valueAt(i));
      } else {
        draft.warn(RestAuthLines.propertyExists(name));
      }
    }
    return changed;
  }
}
