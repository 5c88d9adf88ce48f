/** Which fields changed since somebody looked: what a stale version is answered with. */
@NullMarked
package de.foerderkreis.stakeholder.editing;

import org.jspecify.annotations.NullMarked;
