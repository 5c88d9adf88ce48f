/**
 * What the towns said, what the administration answers, and its release to the council (F65, F68).
 */
@NullMarked
package de.foerderkreis.stakeholder.synopsis;

import org.jspecify.annotations.NullMarked;
