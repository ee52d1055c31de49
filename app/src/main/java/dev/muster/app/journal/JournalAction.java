package dev.muster.app.journal;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of recorded changes. The wire names are stable, because scripts compare them. */
public enum JournalAction {
  IMPORT_SUBMITTED("import.submitted"),
  IMPORT_BEGUN("import.begun"),
  IMPORT_RESUMED("import.resumed"),
  IMPORT_STOP_REQUESTED("import.stop_requested"),
  IMPORT_PAUSED("import.paused"),
  IMPORT_CANCELLED("import.cancelled"),
  IMPORT_FINISHED("import.finished"),
  IMPORT_DELETED("import.deleted"),
  REALM_CREATED("realm.created"),
  RULES_ADOPTED("realm.rules_adopted"),
  ROLE_CREATED("role.created"),
  GROUP_CREATED("group.created"),
  SERVICE_CREATED("service.created"),
  SERVICE_PASSWORD_SET("service.password_set"),
  SERVICE_HOSTS_SET("service.hosts_set"),
  SERVICE_DELETED("service.deleted"),
  USER_DISABLED("user.disabled"),
  USER_DELETED("user.deleted"),
  USER_PASSWORD_SET("user.password_set"),
  USER_PASSWORD_REENCODED("user.password_reencoded"),
  ADMIN_CREATED("admin.created"),
  ADMIN_PASSWORD_SET("admin.password_set"),
  ADMIN_DELETED("admin.deleted"),
  UPLOAD_CREATED("upload.created"),
  UPLOAD_DELETED("upload.deleted"),
  MAPPING_SAVED("mapping.saved"),
  MAPPING_DELETED("mapping.deleted"),
  TOKEN_CREATED("token.created"),
  TOKEN_REVOKED("token.revoked"),
  MAILING_STOPPED("mailing.stopped"),
  WEBHOOK_GIVEN_UP("webhook.given_up"),
  WEBHOOK_DISABLED("webhook.disabled");

  private final String wireName;

  JournalAction(String wireName) {
    this.wireName = wireName;
  }

  /** The name in the store, in reports and for filters. */
  public String wireName() {
    return wireName;
  }

  /** The action with a wire name. */
  public static Optional<JournalAction> named(String wireName) {
    return Arrays.stream(values()).filter(each -> each.wireName.equals(wireName)).findFirst();
  }
}
