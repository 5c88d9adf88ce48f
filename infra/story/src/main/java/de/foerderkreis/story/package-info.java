/** The demo story of the Rhein-Sieg-Kreis, played as the right users on the public API alone. */
@NullMarked
package de.foerderkreis.story;

import org.jspecify.annotations.NullMarked;
