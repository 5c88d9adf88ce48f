/** Resolutions of the council's bodies on a case, kept as evidence. */
@NullMarked
package de.foerderkreis.application.council;

import org.jspecify.annotations.NullMarked;
