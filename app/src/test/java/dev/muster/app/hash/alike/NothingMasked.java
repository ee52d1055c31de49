package dev.muster.app.hash.alike;

import dev.muster.app.hash.vendor.CiscoType7;

/** Cisco's number tells with which letter of its key the first letter is masked: none if it is. */
record NothingMasked() implements AlikeRule {

  @Override
  public String words() {
    return "nothing masked by Cisco's key";
  }

  @Override
  public boolean holds(Object one, Object other) {
    return one instanceof CiscoType7 first
        && other instanceof CiscoType7 second
        && first.masked().length() == 0
        && second.masked().length() == 0;
  }
}
