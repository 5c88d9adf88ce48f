/** Which partners confirm that they work with the centre, and the one-time links they do it by. */
@NullMarked
package de.foerderkreis.stakeholder.cooperation;

import org.jspecify.annotations.NullMarked;
