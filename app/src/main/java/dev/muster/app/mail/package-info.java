/** Mail to the owners of a directory about ended imports. */
@NullMarked
package dev.muster.app.mail;

import org.jspecify.annotations.NullMarked;
