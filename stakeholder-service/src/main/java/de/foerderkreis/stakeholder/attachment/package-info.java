/** Files beside a statement: hidden in the town hall while it is a draft, originals afterwards. */
@NullMarked
package de.foerderkreis.stakeholder.attachment;

import org.jspecify.annotations.NullMarked;
