/** Threads that several imports of a process share. */
@NullMarked
package dev.muster.app.thread;

import org.jspecify.annotations.NullMarked;
