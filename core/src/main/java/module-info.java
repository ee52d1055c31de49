/**
 * The model and the six stages of an import.
 *
 * <p>The module deliberately requires no modules for JDBC, HTTP, JSON or logging.
 */
module dev.muster.core {
  requires static transitive org.jspecify;
  requires com.google.i18n.phonenumbers.libphonenumber;
  requires com.ibm.icu;

  exports dev.muster;
  exports dev.muster.value;
  exports dev.muster.user;
  exports dev.muster.password;
  exports dev.muster.problem;
  exports dev.muster.read;
  exports dev.muster.prepare;
  exports dev.muster.match;
  exports dev.muster.decide;
  exports dev.muster.apply;
  exports dev.muster.report;
  exports dev.muster.profile;
  exports dev.muster.profile.auth0;
  exports dev.muster.profile.authgear;
  exports dev.muster.profile.csv;
  exports dev.muster.profile.csv.mapping;
  exports dev.muster.profile.csv.suggest;
  exports dev.muster.profile.restauth;
}
