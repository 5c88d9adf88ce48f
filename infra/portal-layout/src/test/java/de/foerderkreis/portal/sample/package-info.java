/** A tiny application whose pages show every part; tests read it and people look at it. */
@NullMarked
package de.foerderkreis.portal.sample;

import org.jspecify.annotations.NullMarked;
