/** Workbooks (Office Open XML, ECMA-376): the cells of a sheet as texts, in constant memory. */
@NullMarked
package dev.muster.app.format.xlsx;

import org.jspecify.annotations.NullMarked;
