/** Schemes of crypt(3) and of what follows it: bcrypt, phpass and the older ones. */
@NullMarked
package dev.muster.app.hash.crypt;

import org.jspecify.annotations.NullMarked;
