/** JSON documents and files about imports and the directory, for every interface. */
@NullMarked
package dev.muster.app.document;

import org.jspecify.annotations.NullMarked;
