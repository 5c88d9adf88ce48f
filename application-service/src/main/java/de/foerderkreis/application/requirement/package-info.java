/**
 * The formal requirements of a case (F40 to F51), evaluated from evidence and explicit decisions.
 */
@NullMarked
package de.foerderkreis.application.requirement;

import org.jspecify.annotations.NullMarked;
