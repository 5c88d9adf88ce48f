/** Partner organisations by category, with the contact that is told what it asked for. */
@NullMarked
package de.foerderkreis.stakeholder.partner;

import org.jspecify.annotations.NullMarked;
