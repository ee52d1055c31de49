/** Why a record was refused: stable codes first, prose second. */
@NullMarked
package dev.muster.problem;

import org.jspecify.annotations.NullMarked;
